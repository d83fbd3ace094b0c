// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a formula by recursive descent: one method a level of Python's precedence, the loosest first. For one formula. */
final class FormulaParser {
    /** Longer than anybody writes. */
    static final int MOST_CHARACTERS = 1000;

    /** Brackets and signs within each other; each takes some frames of the stack. */
    static final int DEEPEST = 50;

    private static final Set<String> WORDS = Set.of("if", "else", "and", "or", "not");

    private final TokenCursor cursor;
    private final Set<Variable> allowed;
    private final Set<Variable> used = EnumSet.noneOf(Variable.class);
    private int depth;

    /**
     * @param allowed the names that it may use
     * @throws IllegalArgumentException if it is too long or cannot be cut into pieces
     */
    FormulaParser(String formula, Set<Variable> allowed) {
        if (formula.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "the formula has " + formula.length() + " characters; possible are at most " + MOST_CHARACTERS);
        }
        this.cursor = new TokenCursor(formula);
        this.allowed = allowed;
    }

    /**
     * @throws IllegalArgumentException if it cannot be read; the message is a sentence for the administrator
     */
    Expression parse() {
        Expression whole = choice();
        if (cursor.token().kind() != Token.Kind.END) {
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
        if (!cursor.takes("if")) {
            return value;
        }
        Expression condition = either();
        cursor.expect("else", "the 'else' of this 'if' is missing");
        return new Expression.Choice(condition, value, nested(this::choice));
    }

    private Expression either() {
        Expression left = both();
        while (cursor.takes("or")) {
            left = new Expression.Either(left, both());
        }
        return left;
    }

    private Expression both() {
        Expression left = inverted();
        while (cursor.takes("and")) {
            left = new Expression.Both(left, inverted());
        }
        return left;
    }

    private Expression inverted() {
        return cursor.takes("not") ? new Expression.Not(nested(this::inverted)) : comparison();
    }

    private Expression comparison() {
        Expression first = shift();
        List<Expression.Link> links = new ArrayList<>();
        for (Optional<Comparison> sign = takenComparison(); sign.isPresent(); sign = takenComparison()) {
            links.add(new Expression.Link(sign.get(), shift()));
        }
        return links.isEmpty() ? first : new Expression.Compared(first, List.copyOf(links));
    }

    private Optional<Comparison> takenComparison() {
        return Arrays.stream(Comparison.values())
                .filter(comparison -> cursor.takes(comparison.sign()))
                .findFirst();
    }

    private Expression shift() {
        return chain(this::sum, Calculation.SHIFT_LEFT, Calculation.SHIFT_RIGHT);
    }

    private Expression sum() {
        return chain(this::product, Calculation.ADD, Calculation.SUBTRACT);
    }

    private Expression product() {
        return chain(
                this::signed, Calculation.MULTIPLY, Calculation.DIVIDE, Calculation.DIVIDE_DOWN, Calculation.REMAINDER);
    }

    private Expression chain(Supplier<Expression> operand, Calculation... calculations) {
        Expression left = operand.get();
        int index = 0;
        while (index < calculations.length) {
            if (cursor.takes(calculations[index].sign())) {
                left = new Expression.Calculated(calculations[index], left, operand.get());
                index = 0;
            } else {
                index++;
            }
        }
        return left;
    }

    private Expression signed() {
        if (cursor.takes("-")) {
            return new Expression.Negative(nested(this::signed));
        }
        return cursor.takes("+") ? nested(this::signed) : power();
    }

    /** Binds closer than a sign on its left, and looser than one on its right. */
    private Expression power() {
        Expression base = atom();
        return cursor.takes("**") ? new Expression.Calculated(Calculation.POWER, base, nested(this::signed)) : base;
    }

    private Expression atom() {
        Token token = cursor.token();
        if (token.kind() == Token.Kind.NUMBER) {
            return new Expression.Literal(
                    Double.parseDouble(cursor.take().text().replace("_", "")));
        }
        if (token.kind() == Token.Kind.NAME && !WORDS.contains(token.text())) {
            return cursor.isCall() ? call() : name();
        }
        if (!cursor.takes("(")) {
            throw wrong("a value is expected");
        }
        Expression inner = nested(this::choice);
        cursor.expect(")", "a ')' is expected");
        return inner;
    }

    private Expression name() {
        Variable variable = Variable.named(cursor.token().text())
                .filter(allowed::contains)
                .orElseThrow(() -> wrong("this name is not known here"));
        cursor.take();
        used.add(variable);
        return new Expression.Name(variable);
    }

    private Expression call() {
        Token name = cursor.token();
        FormulaFunction function =
                FormulaFunction.named(name.text()).orElseThrow(() -> wrong("this function is not known"));
        cursor.take();
        List<Expression> operands = operands();
        if (!function.takes(operands.size())) {
            throw cursor.wrong(name, function.written() + " does not take so many values: " + operands.size());
        }
        return new Expression.Call(function, operands);
    }

    private List<Expression> operands() {
        cursor.take();
        List<Expression> operands = new ArrayList<>();
        do {
            operands.add(nested(this::choice));
        } while (cursor.takes(","));
        cursor.expect(")", "a ',' or a ')' is expected");
        return List.copyOf(operands);
    }

    private Expression nested(Supplier<Expression> inner) {
        if (++depth > DEEPEST) {
            throw wrong("more than " + DEEPEST + " brackets and signs within each other");
        }
        Expression expression = inner.get();
        depth--;
        return expression;
    }

    private IllegalArgumentException wrong(String mistake) {
        return cursor.wrong(cursor.token(), mistake);
    }
}
