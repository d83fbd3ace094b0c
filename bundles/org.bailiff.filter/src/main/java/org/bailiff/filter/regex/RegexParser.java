// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.util.ArrayList;
import java.util.List;

/** Reads Python's regex syntax; source: the documentation of Python's {@code re}, "Regular Expression Syntax". */
final class RegexParser {
    private static final String DIGITS = "0123456789";
    private static final String OCTAL_DIGITS = "01234567";

    private final Cursor cursor;
    private final BracketParser brackets;
    private final EscapeParser escapes;
    private final GroupParser groups;
    private RegexFlags flags;
    /** For the whole regex, wherever they stand. */
    private RegexFlags wholeFlags;

    private RegexParser(String text, RegexFlags wholeFlags) {
        this.flags = wholeFlags;
        this.wholeFlags = wholeFlags;
        cursor = new Cursor(text);
        brackets = new BracketParser(cursor);
        escapes = new EscapeParser(cursor);
        groups = new GroupParser(cursor, this);
    }

    static Node parse(String text) throws RegexSyntaxException {
        RegexParser parser = new RegexParser(text, RegexFlags.NONE);
        Node node = parser.whole();
        // Flags that come up on the way hold for what was read before them, too.
        return parser.wholeFlags.equals(RegexFlags.NONE) ? node : new RegexParser(text, parser.wholeFlags).whole();
    }

    private Node whole() throws RegexSyntaxException {
        Node node = choice();
        if (!cursor.atEnd()) {
            throw cursor.error("')' closes nothing; write '\\)' for the character");
        }
        return flags.anyCase() ? new Node.CaseScope(node, true) : node;
    }

    RegexFlags flags() {
        return flags;
    }

    /** Flags for the whole regex. Python up to 3.10 takes them anywhere, and so do the definitions that were written for it. */
    void addWholeFlags(String letters) {
        wholeFlags = wholeFlags.with(letters, true);
    }

    /** What stands up to the closing bracket, read with these flags. */
    Node choice(RegexFlags inside) throws RegexSyntaxException {
        RegexFlags outside = flags;
        flags = inside;
        Node node = choice();
        flags = outside;
        return node;
    }

    private Node choice() throws RegexSyntaxException {
        List<Node> branches = new ArrayList<>();
        do {
            branches.add(sequence());
        } while (cursor.accept("|"));
        return branches.size() == 1 ? branches.get(0) : new Node.Choice(branches);
    }

    /** One branch: what stands up to the next bar or closing bracket. */
    Node sequence() throws RegexSyntaxException {
        List<Node> parts = new ArrayList<>();
        while (!endsBranch()) {
            if (!groups.skipComment() && !skipLayout()) {
                parts.add(repeated(atom()));
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Node.Sequence(parts);
    }

    private boolean endsBranch() {
        return cursor.atEnd() || cursor.peek() == '|' || cursor.peek() == ')';
    }

    /** With the flag x, blanks and comments are only for the reader. */
    private boolean skipLayout() {
        if (!flags.verbose()) {
            return false;
        }
        if (cursor.peek() == '#') {
            cursor.skipLine();
            return true;
        }
        return !cursor.run(" \t\n\r\f", Integer.MAX_VALUE).isEmpty();
    }

    private Node atom() throws RegexSyntaxException {
        int next = cursor.next();
        return switch (next) {
            case '.' -> new Node.OneOf(flags.dotAll() ? "(?s:.)" : ".");
            case '^' -> new Node.Place("^");
            case '$' -> new Node.Place("$");
            case '[' -> brackets.parse();
            case '(' -> groups.parse();
            case '\\' -> escape();
            case '*', '+', '?' -> throw cursor.error("there is nothing for '" + (char) next + "' to repeat");
            default -> literal(next);
        };
    }

    private Node literal(int codePoint) {
        return new Node.Literal(codePoint, flags.anyCase());
    }

    private Node escape() throws RegexSyntaxException {
        int letter = cursor.next();
        String members = CharacterClasses.members(letter);
        if (members != null) {
            return new Node.OneOf(members.startsWith("[") ? members : "[" + members + "]");
        }
        return switch (letter) {
            case 'A' -> new Node.Place("\\A");
            case 'Z' -> new Node.Place("\\z");
            case 'b' -> new Node.Place(CharacterClasses.WORD_BOUNDARY);
            case 'B' -> new Node.Place(CharacterClasses.NO_WORD_BOUNDARY);
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number((char) letter);
            default -> literal(escapes.character(letter));
        };
    }

    /** Three octal digits are a character, anything else a group. */
    private Node number(char first) throws RegexSyntaxException {
        int mark = cursor.mark();
        String octal = first + cursor.run(OCTAL_DIGITS, 2);
        if (first <= '3' && octal.length() == 3) {
            return literal(Integer.parseInt(octal, 8));
        }
        cursor.reset(mark);
        return groups.backReference(first + cursor.run(DIGITS, 1));
    }

    private Node repeated(Node atom) throws RegexSyntaxException {
        int mark = cursor.mark();
        if (cursor.accept("*")) {
            return repeat(atom, 0, Node.ENDLESS);
        }
        if (cursor.accept("+")) {
            return repeat(atom, 1, Node.ENDLESS);
        }
        if (cursor.accept("?")) {
            return repeat(atom, 0, 1);
        }
        return cursor.accept("{") ? counted(atom, mark) : atom;
    }

    /** A brace that holds no count is only a brace. */
    private Node counted(Node atom, int mark) throws RegexSyntaxException {
        String least = cursor.run(DIGITS, 6);
        boolean range = cursor.accept(",");
        String most = range ? cursor.run(DIGITS, 6) : least;
        if (!cursor.accept("}") || least.isEmpty() && !range) {
            cursor.reset(mark);
            return atom;
        }
        int low = least.isEmpty() ? 0 : Integer.parseInt(least);
        int high = most.isEmpty() ? Node.ENDLESS : Integer.parseInt(most);
        if (high != Node.ENDLESS && high < low) {
            throw cursor.error("a count runs backwards");
        }
        return repeat(atom, low, high);
    }

    private Node repeat(Node atom, int least, int most) throws RegexSyntaxException {
        String manner = cursor.accept("?") ? "?" : cursor.accept("+") ? "+" : "";
        if ("*+?".indexOf(cursor.peek()) >= 0 && !cursor.atEnd()) {
            throw cursor.error("'" + cursor.peek() + "' repeats a repetition; put the first one in (?:...)");
        }
        return new Node.Repeat(atom, least, most, manner);
    }
}
