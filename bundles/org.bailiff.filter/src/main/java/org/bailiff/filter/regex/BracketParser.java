// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

/** A class of characters in brackets. In Python {@code [} and {@code &&} mean nothing within. */
final class BracketParser {
    private final Cursor cursor;
    private final EscapeParser escapes;

    BracketParser(Cursor cursor) {
        this.cursor = cursor;
        this.escapes = new EscapeParser(cursor);
    }

    /** Reads what follows the opening bracket. */
    Node.OneOf parse() throws RegexSyntaxException {
        StringBuilder java = new StringBuilder(cursor.accept("^") ? "[^" : "[");
        boolean first = true;
        while (first || cursor.peek() != ']') {
            java.append(member());
            first = false;
        }
        cursor.accept("]");
        return new Node.OneOf(java.append(']').toString());
    }

    private String member() throws RegexSyntaxException {
        int letter = cursor.next();
        if (letter == '\\') {
            int mark = cursor.mark();
            String members = CharacterClasses.members(cursor.next());
            if (members != null) {
                return members;
            }
            cursor.reset(mark);
        }
        int low = character(letter);
        return isRange() ? range(low) : CharacterClasses.quoted(low);
    }

    /** A hyphen before the closing bracket is only a hyphen. */
    private boolean isRange() {
        return cursor.peek() == '-' && !cursor.looksAt("-]");
    }

    private String range(int low) throws RegexSyntaxException {
        cursor.accept("-");
        int high = character(cursor.next());
        if (high < low) {
            throw cursor.error("a range runs backwards");
        }
        return CharacterClasses.quoted(low) + "-" + CharacterClasses.quoted(high);
    }

    private int character(int letter) throws RegexSyntaxException {
        if (letter != '\\') {
            return letter;
        }
        return cursor.accept("b") ? '\b' : escapes.character(cursor.next());
    }
}
