// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A {@code -m recent} in a rule. */
record RecentMatch(List<Option> options) {
    /** The list that is meant if none is named. */
    private static final String UNNAMED = "DEFAULT";

    /** What it does with the list. */
    enum Mode {
        CHECK("--rcheck"),
        UPDATE("--update"),
        SET("--set"),
        REMOVE("--remove");

        private final String option;

        Mode(String option) {
            this.option = option;
        }

        /** Whether it asks who is listed, rather than changing that. */
        boolean asks() {
            return this == CHECK || this == UPDATE;
        }

        @Override
        public String toString() {
            return option;
        }
    }

    RecentMatch {
        options = List.copyOf(options);
    }

    /** Those of a rule, in order. */
    static List<RecentMatch> of(List<Option> rule) {
        List<RecentMatch> matches = new ArrayList<>();
        List<Option> own = null;
        for (Option option : rule) {
            if (option.is("-m") || option.isTarget()) {
                if (own != null) {
                    matches.add(new RecentMatch(own));
                }
                own = option.is("-m") && option.value().equals("recent") ? new ArrayList<>() : null;
            } else if (own != null) {
                own.add(option);
            }
        }
        if (own != null) {
            matches.add(new RecentMatch(own));
        }
        return matches;
    }

    String list() {
        return value("--name").isEmpty() ? UNNAMED : value("--name");
    }

    Mode mode() {
        for (Mode mode : Mode.values()) {
            if (has(mode.option)) {
                return mode;
            }
        }
        return Mode.CHECK;
    }

    /** Whether it asks for the opposite: who is not listed. */
    boolean isNegated() {
        return options.stream().anyMatch(option -> option.is(mode().option) && option.negated());
    }

    /** How long a stamp counts; empty if as long as it is listed. */
    OptionalLong seconds() {
        return number("--seconds");
    }

    /** How many stamps it asks for. */
    long hits() {
        return number("--hitcount").orElse(0);
    }

    String mask() {
        return value("--mask");
    }

    boolean has(String name) {
        return options.stream().anyMatch(option -> option.is(name));
    }

    private OptionalLong number(String name) {
        String value = value(name);
        return value.matches("\\d{1,10}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    private String value(String name) {
        return options.stream()
                .filter(option -> option.is(name))
                .map(Option::value)
                .findFirst()
                .orElse("");
    }
}
