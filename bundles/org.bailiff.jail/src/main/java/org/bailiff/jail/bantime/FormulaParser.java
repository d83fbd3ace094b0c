// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a formula by recursive descent: one method a level of Python's precedence, the loosest first. For one formula. */
final class FormulaParser {
    /** Longer than anybody writes. */
    static final int MOST_CHARACTERS = 1000;

    /** Brackets and signs within each other; each takes some frames of the stack. */
    static final int DEEPEST = 50;

    private static final Set<String> WORDS = Set.of("if", "else", "and", "or", "not");

    private final String formula;
    private final List<Token> tokens;
    private final Set<Variable> allowed;
    private final Set<Variable> used = EnumSet.noneOf(Variable.class);
    private int next;
    private int depth;

    /**
     * @param allowed the names that it may use
     * @throws IllegalArgumentException if it is too long or cannot be cut into pieces
     */
    FormulaParser(String formula, Set<Variable> allowed) {
        if (formula.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("the formula has " + formula.length()
                    + " characters; possible are at most " + MOST_CHARACTERS);
        }
        this.formula = formula;
        this.tokens = Tokenizer.tokens(formula);
        this.allowed = allowed;
    }

    /**
     * @throws IllegalArgumentException if it cannot be read; the message is a sentence for the administrator
     */
    Expression parse() {
        Expression whole = choice();
        if (token().kind() != Token.Kind.END) {
            throw wrong("an operator is expected");
        }
        return whole;
    }

    /** The names that were read until now. */
    Set<Variable> used() {
        return used;
    }

    private Expression choice() {
        Expression value = either();
        if (!takes("if")) {
            return value;
        }
        Expression condition = either();
        expect("else", "the 'else' of this 'if' is missing");
        return new Expression.Choice(condition, value, nested(this::choice));
    }

    private Expression either() {
        Expression left = both();
        while (takes("or")) {
            left = new Expression.Either(left, both());
        }
        return left;
    }

    private Expression both() {
        Expression left = inverted();
        while (takes("and")) {
            left = new Expression.Both(left, inverted());
        }
        return left;
    }

    private Expression inverted() {
        return takes("not") ? new Expression.Not(nested(this::inverted)) : comparison();
    }

    /** {@code a < b < c} is {@code a < b and b < c}. */
    private Expression comparison() {
        Expression left = shift();
        Expression all = null;
        for (Comparison comparison = taken(); comparison != null; comparison = taken()) {
            Expression right = shift();
            Expression link = new Expression.Compared(left, comparison, right);
            all = all == null ? link : new Expression.Both(all, link);
            left = right;
        }
        return all == null ? left : all;
    }

    /** The comparison that stands here, which is passed; null if there is none. */
    private Comparison taken() {
        for (Comparison comparison : Comparison.values()) {
            if (takes(comparison.sign())) {
                return comparison;
            }
        }
        return null;
    }

    private Expression shift() {
        return chain(this::sum, Calculation.SHIFT_LEFT, Calculation.SHIFT_RIGHT);
    }

    private Expression sum() {
        return chain(this::product, Calculation.ADD, Calculation.SUBTRACT);
    }

    private Expression product() {
        return chain(
                this::signed,
                Calculation.MULTIPLY,
                Calculation.DIVIDE,
                Calculation.DIVIDE_DOWN,
                Calculation.REMAINDER);
    }

    private Expression chain(Supplier<Expression> operand, Calculation... calculations) {
        Expression left = operand.get();
        int index = 0;
        while (index < calculations.length) {
            if (takes(calculations[index].sign())) {
                left = new Expression.Calculated(calculations[index], left, operand.get());
                index = 0;
            } else {
                index++;
            }
        }
        return left;
    }

    private Expression signed() {
        if (takes("-")) {
            return new Expression.Negative(nested(this::signed));
        }
        return takes("+") ? nested(this::signed) : power();
    }

    /** Binds closer than a sign on its left, and looser than one on its right. */
    private Expression power() {
        Expression base = atom();
        return takes("**") ? new Expression.Calculated(Calculation.POWER, base, nested(this::signed)) : base;
    }

    private Expression atom() {
        Token token = token();
        if (token.kind() == Token.Kind.NUMBER) {
            next++;
            return new Expression.Literal(Double.parseDouble(token.text().replace("_", "")));
        }
        if (token.kind() == Token.Kind.NAME && !WORDS.contains(token.text())) {
            return tokens.get(next + 1).text().equals("(") ? call() : name();
        }
        if (!takes("(")) {
            throw wrong("a value is expected");
        }
        Expression inner = nested(this::choice);
        expect(")", "a ')' is expected");
        return inner;
    }

    private Expression name() {
        Variable variable = Variable.named(token().text())
                .filter(allowed::contains)
                .orElseThrow(() -> wrong("this name is not known here"));
        used.add(variable);
        next++;
        return new Expression.Name(variable);
    }

    private Expression call() {
        FormulaFunction function =
                FormulaFunction.named(token().text()).orElseThrow(() -> wrong("this function is not known"));
        int start = next;
        next += 2;
        List<Expression> operands = new ArrayList<>();
        do {
            operands.add(nested(this::choice));
        } while (takes(","));
        expect(")", "a ',' or a ')' is expected");
        if (!function.takes(operands.size())) {
            next = start;
            throw wrong(function.written() + " does not take " + operands.size() + " values");
        }
        return new Expression.Call(function, List.copyOf(operands));
    }

    private Expression nested(Supplier<Expression> inner) {
        if (++depth > DEEPEST) {
            throw wrong("more than " + DEEPEST + " brackets and signs within each other");
        }
        Expression expression = inner.get();
        depth--;
        return expression;
    }

    private Token token() {
        return tokens.get(next);
    }

    /** Whether this sign or word stands here, which is passed then. */
    private boolean takes(String text) {
        boolean here = token().kind() != Token.Kind.END && token().text().equals(text);
        next += here ? 1 : 0;
        return here;
    }

    private void expect(String text, String mistake) {
        if (!takes(text)) {
            throw wrong(mistake);
        }
    }

    private IllegalArgumentException wrong(String mistake) {
        return FormulaSentence.wrong(formula, token().position(), mistake);
    }
}
