// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.util.List;
import java.util.Optional;

/** Everything in round brackets. */
final class GroupParser {
    private static final int DEEPEST = 100;

    private final Cursor cursor;
    private final RegexParser parser;
    private final GroupNames names = new GroupNames();
    private int depth;

    GroupParser(Cursor cursor, RegexParser parser) {
        this.cursor = cursor;
        this.parser = parser;
    }

    /** Reads what follows the opening bracket, with the closing one. */
    Node parse() throws RegexSyntaxException {
        if (++depth > DEEPEST) {
            throw cursor.error("groups are nested more than " + DEEPEST + " deep");
        }
        Node node = cursor.accept("?") ? extension() : capture(Optional.empty());
        depth--;
        return node;
    }

    boolean skipComment() throws RegexSyntaxException {
        boolean found = cursor.accept("(?#");
        if (found) {
            cursor.upTo(')');
        }
        return found;
    }

    Node backReference(String reference) throws RegexSyntaxException {
        return new Node.BackReference(names.find(reference, cursor));
    }

    private Node extension() throws RegexSyntaxException {
        if (cursor.accept("P<")) {
            return capture(Optional.of(cursor.upTo('>')));
        }
        if (cursor.accept("P=")) {
            return backReference(cursor.upTo(')'));
        }
        if (cursor.accept("(")) {
            return conditional();
        }
        for (String opening : new String[] {"=", "!", "<=", "<!", ">"}) {
            if (cursor.accept(opening)) {
                return new Node.Look(body(parser.flags()), "(?" + opening);
            }
        }
        return scope();
    }

    private Node capture(Optional<String> name) throws RegexSyntaxException {
        int number = names.open();
        if (name.isPresent()) {
            names.name(name.get(), number, cursor);
        }
        Node body = body(parser.flags());
        names.close(number);
        return new Node.Capture(body, number, name);
    }

    private Node conditional() throws RegexSyntaxException {
        int group = names.find(cursor.upTo(')'), cursor);
        Node taken = parser.sequence();
        Node otherwise = cursor.accept("|") ? parser.sequence() : new Node.Sequence(List.of());
        close();
        return new Node.Conditional(group, taken, otherwise);
    }

    private Node scope() throws RegexSyntaxException {
        String on = cursor.run(RegexFlags.KNOWN, Integer.MAX_VALUE);
        String off = cursor.accept("-") ? cursor.run(RegexFlags.KNOWN, Integer.MAX_VALUE) : "";
        if (off.isEmpty() && !on.isEmpty() && cursor.accept(")")) {
            parser.addWholeFlags(on);
            return new Node.Sequence(List.of());
        }
        if (!cursor.accept(":")) {
            throw cursor.error("'(?" + cursor.peek() + "' is not known; a named group is (?P<name>...)");
        }
        return scoped(parser.flags().with(on, true).with(off, false));
    }

    private Node scoped(RegexFlags inside) throws RegexSyntaxException {
        boolean sameCase = inside.anyCase() == parser.flags().anyCase();
        Node body = body(inside);
        return sameCase ? body : new Node.CaseScope(body, inside.anyCase());
    }

    private Node body(RegexFlags flags) throws RegexSyntaxException {
        RegexFlags inside = leadingFlags(flags);
        Node node = parser.choice(inside);
        close();
        return inside.anyCase() == flags.anyCase() ? node : new Node.CaseScope(node, inside.anyCase());
    }

    /** {@code (?:(?i)a|b)}: flags at the beginning of a group are that group's, as in fail2ban. */
    private RegexFlags leadingFlags(RegexFlags flags) {
        int mark = cursor.mark();
        if (cursor.accept("(?")) {
            String letters = cursor.run(RegexFlags.KNOWN, Integer.MAX_VALUE);
            if (!letters.isEmpty() && cursor.accept(")")) {
                return flags.with(letters, true);
            }
        }
        cursor.reset(mark);
        return flags;
    }

    private void close() throws RegexSyntaxException {
        if (!cursor.accept(")")) {
            throw cursor.error("')' is missing");
        }
    }
}
