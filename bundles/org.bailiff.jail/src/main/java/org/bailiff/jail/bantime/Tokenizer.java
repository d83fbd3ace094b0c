// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a formula into numbers, names and signs. */
final class Tokenizer {
    /** Nothing in it can match in two ways, so its time is that of the text's length. */
    private static final Pattern PIECE = Pattern.compile("\\s*(?:"
            + "(?<number>(?:[0-9][0-9_]*(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
            + "|(?<name>[A-Za-z_][A-Za-z_0-9]*(?:\\.[A-Za-z_][A-Za-z_0-9]*)*)"
            + "|(?<sign>\\*\\*|//|<<|>>|<=|>=|==|!=|[-+*/%<>(),])"
            + "|(?<end>$))");

    private Tokenizer() {}

    /**
     * The pieces in order; the last is the end.
     *
     * @throws IllegalArgumentException if there is anything else in it; the message is a sentence for the administrator
     */
    static List<Token> tokens(String formula) {
        List<Token> tokens = new ArrayList<>();
        Matcher piece = PIECE.matcher(formula);
        while (tokens.isEmpty() || tokens.get(tokens.size() - 1).kind() != Token.Kind.END) {
            int position = tokens.isEmpty() ? 0 : piece.end();
            if (!piece.region(position, formula.length()).lookingAt()) {
                throw FormulaSentence.wrong(formula, position, "this is no number, name or sign of a formula");
            }
            tokens.add(token(piece));
        }
        return tokens;
    }

    private static Token token(Matcher piece) {
        for (Token.Kind kind : Token.Kind.values()) {
            String group = kind.name().toLowerCase(Locale.ROOT);
            if (piece.group(group) != null) {
                return new Token(kind, piece.group(group), piece.start(group));
            }
        }
        throw new IllegalStateException("a piece of no kind");
    }
}
