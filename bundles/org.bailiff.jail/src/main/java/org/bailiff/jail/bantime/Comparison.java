// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

/** How two numbers are compared. */
enum Comparison {
    LESS("<"),
    AT_MOST("<="),
    EQUAL("=="),
    DIFFERENT("!="),
    AT_LEAST(">="),
    GREATER(">");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    boolean holds(double left, double right) {
        return switch (this) {
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case EQUAL -> left == right;
            case DIFFERENT -> left != right;
            case AT_LEAST -> left >= right;
            case GREATER -> left > right;
        };
    }
}
