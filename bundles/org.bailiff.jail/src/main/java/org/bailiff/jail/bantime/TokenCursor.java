// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.List;

/** A place in a formula, which moves forward as it is read. */
final class TokenCursor {
    private final String formula;
    private final List<Token> tokens;
    private int next;

    /**
     * @throws IllegalArgumentException if there is something in it that is no piece of a formula
     */
    TokenCursor(String formula) {
        this.formula = formula;
        this.tokens = Tokenizer.tokens(formula);
    }

    Token token() {
        return tokens.get(next);
    }

    /** Whether a bracket stands behind what stands here. */
    boolean isCall() {
        return next + 1 < tokens.size() && tokens.get(next + 1).text().equals("(");
    }

    /** What stands here, which is passed. */
    Token take() {
        return tokens.get(next++);
    }

    /** Whether this sign or word stands here, which is passed then. */
    boolean takes(String text) {
        boolean here = token().kind() != Token.Kind.END && token().text().equals(text);
        next += here ? 1 : 0;
        return here;
    }

    /**
     * Passes this sign or word.
     *
     * @param mistake what it is if it does not stand here
     */
    void expect(String text, String mistake) {
        if (!takes(text)) {
            throw wrong(token(), mistake);
        }
    }

    IllegalArgumentException wrong(Token token, String mistake) {
        return FormulaSentence.wrong(formula, token.position(), mistake);
    }
}
