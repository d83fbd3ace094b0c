// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.samples;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.Match;
import org.bailiff.text.Address;
import org.bailiff.text.SafeText;

/**
 * What a sample's line is to be.
 *
 * @param word missed, ignored, helper or failure
 * @param id whose failure; empty if it is to be none
 * @param attempts for how many it counts; empty if that does not matter
 * @param users who was tried, several divided by {@code |}; empty if that does not matter
 */
record Expectation(String word, String id, Optional<Integer> attempts, Optional<String> users) {
    static final String FORM = "missed, ignored, helper or: failure ID [xATTEMPTS] [user=NAME]";

    private static final String FAILURE = "failure";
    private static final List<String> SINGLE = List.of("missed", "ignored", "helper");
    private static final Pattern OF_FAILURE =
            Pattern.compile(FAILURE + " +(?<id>\\S+)(?: +x(?<attempts>[1-9][0-9]{0,4}))?(?: +user=(?<users>.*))?");

    /** What the text says; empty if it is not in the {@link #FORM}. */
    static Optional<Expectation> parse(String text) {
        if (SINGLE.contains(text)) {
            return Optional.of(new Expectation(text, "", Optional.empty(), Optional.empty()));
        }
        Matcher failure = OF_FAILURE.matcher(text);
        return failure.matches()
                ? Optional.of(new Expectation(
                        FAILURE,
                        failure.group("id"),
                        Optional.ofNullable(failure.group("attempts")).map(Integer::valueOf),
                        Optional.ofNullable(failure.group("users"))))
                : Optional.empty();
    }

    boolean isMet(Match match) {
        if (match instanceof Match.Found found) {
            return word.equals(FAILURE)
                    && found.failures().size() == 1
                    && isMet(found.failures().get(0));
        }
        return word.equals(wordOf(match));
    }

    private boolean isMet(Failure failure) {
        boolean same = failure.id().equals(id)
                || failure.address().isPresent() && failure.address().equals(Address.tryParse(id));
        return same
                && attempts.map(number -> number == failure.attempts()).orElse(true)
                && users.map(names -> names.equals(users(failure))).orElse(true);
    }

    /** What the match is, in the form of an expectation; safe to show. */
    static String describe(Match match) {
        if (!(match instanceof Match.Found found)) {
            return wordOf(match);
        }
        if (found.failures().size() != 1) {
            return found.failures().size() + " failures";
        }
        Failure failure = found.failures().get(0);
        String users = failure.users().isEmpty() ? "" : " user=" + users(failure);
        return SafeText.of(FAILURE + " " + failure.id() + " x" + failure.attempts() + users, 200);
    }

    private static String users(Failure failure) {
        return String.join("|", failure.users());
    }

    private static String wordOf(Match match) {
        return match.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word
                + (id.isEmpty() ? "" : " " + id)
                + attempts.map(number -> " x" + number).orElse("")
                + users.map(names -> " user=" + names).orElse("");
    }
}
