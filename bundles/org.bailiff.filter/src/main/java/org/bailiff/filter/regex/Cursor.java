// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import org.bailiff.text.SafeText;

/** Reads a regex from left to right. */
final class Cursor {
    private static final int SHOWN = 20;

    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The next character, or NUL at the end. */
    char peek() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    boolean looksAt(String expected) {
        return text.startsWith(expected, at);
    }

    /** Takes the expected text if it is next. */
    boolean accept(String expected) {
        boolean found = looksAt(expected);
        if (found) {
            at += expected.length();
        }
        return found;
    }

    int next() throws RegexSyntaxException {
        if (atEnd()) {
            throw error("the regex ends too early");
        }
        int codePoint = text.codePointAt(at);
        at += Character.charCount(codePoint);
        return codePoint;
    }

    /** The text up to the end mark, which is taken too. */
    String upTo(char end) throws RegexSyntaxException {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw error("'" + end + "' is missing");
        }
        String part = text.substring(at, found);
        at = found + 1;
        return part;
    }

    /** Goes behind the next line end, or to the end. */
    void skipLine() {
        int found = text.indexOf('\n', at);
        at = found < 0 ? text.length() : found + 1;
    }

    /** As many of these characters as follow, at most so many. */
    String run(String characters, int most) {
        int start = at;
        while (!atEnd() && at - start < most && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.substring(start, at);
    }

    int mark() {
        return at;
    }

    void reset(int mark) {
        at = mark;
    }

    RegexSyntaxException error(String message) {
        return new RegexSyntaxException(message + ", " + place());
    }

    /** What follows, not a number: what is read here is mostly longer than what somebody wrote. */
    private String place() {
        return atEnd() ? "at the end" : "before '" + SafeText.of(text.substring(at), SHOWN) + "'";
    }
}
