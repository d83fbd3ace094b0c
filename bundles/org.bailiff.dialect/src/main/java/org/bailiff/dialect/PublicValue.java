// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.stream.Collectors;

/**
 * Values of a jail's keys as people see them who are no administrators: what programs are given may be a secret, such as
 * a token.
 */
public final class PublicValue {
    private static final String MASK = "***";

    private PublicValue() {}

    /** The value; of actions their names alone, of a command its program. */
    public static String of(String key, String value) {
        return switch (key) {
            case "action" -> names(value);
            case "ignorecommand" -> program(value.strip());
            default -> value;
        };
    }

    private static String names(String actions) {
        try {
            return Reference.parseAll(actions).stream()
                    .map(action -> action.name() + (action.parameters().isEmpty() ? "" : "[" + MASK + "]"))
                    .collect(Collectors.joining("\n"));
        } catch (IllegalArgumentException unclear) {
            // Where a secret begins and ends in it, nobody knows.
            return MASK;
        }
    }

    private static String program(String command) {
        String[] words = command.split("\\s+", 2);
        return words.length == 1 ? command : words[0] + " " + MASK;
    }
}
