// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

/** A text of which so many characters may be looked at, and no more. */
final class PatientText implements CharSequence {
    private static final int PATIENCE = 3_000_000;

    private final String text;
    private int looks;

    /** Thrown when its patience is at its end. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("too many looks at one text", null, false, false);
        }
    }

    PatientText(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks > PATIENCE) {
            throw new TooLong();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
