// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

/** A text that may be looked at a bounded number of times: a regex engine can do nothing without looking. */
final class CountedText implements CharSequence {
    private final String text;
    private int stepsLeft;

    CountedText(String text, int steps) {
        this.text = text;
        this.stepsLeft = steps;
    }

    int stepsLeft() {
        return stepsLeft;
    }

    @Override
    public char charAt(int index) {
        if (--stepsLeft < 0) {
            throw BudgetSpent.SIGNAL;
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
