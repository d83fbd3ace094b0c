// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bailiff.text.SafeText;

/**
 * Which entries of the journal are wanted: fail2ban's {@code journalmatch}.
 *
 * <p>{@code FIELD=VALUE} terms, a value with blanks quoted; {@code +} between terms means "or", and binds less than the
 * rest. Without a {@code +}, terms of different fields must all hold, of terms of one field one. Several lines are
 * alternatives too. Without any term all of the journal is wanted.
 *
 * @param words the terms and the {@code +} between them, without quotes; never anything that a program could take for an
 *     option
 */
record MatchExpression(List<String> words) {
    /** All of the journal, as a stream's name. */
    static final String EVERYTHING = "journal";

    private static final String PREFIX = EVERYTHING + ":";
    private static final String OR = "+";
    private static final Pattern TERM = Pattern.compile("[A-Z0-9_]{1,64}=[^\\x00-\\x1f\\x7f]*");
    private static final String FORM = "; it is FIELD=VALUE, e.g. _SYSTEMD_UNIT=ssh.service, and + for 'or'";

    MatchExpression {
        words = List.copyOf(words);
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            boolean joint = word.equals(OR);
            if (!joint && !TERM.matcher(word).matches()) {
                throw new IllegalArgumentException("'" + SafeText.of(word, 80) + "' is no match of the journal" + FORM);
            }
            if (joint
                    && (index == 0
                            || index == words.size() - 1
                            || words.get(index - 1).equals(OR))) {
                throw new IllegalArgumentException("a + stands between two matches of the journal" + FORM);
            }
        }
    }

    /**
     * Reads a jail's or a filter's text.
     *
     * @throws IllegalArgumentException if it is no expression; the message names the word
     */
    static MatchExpression parse(String text) {
        List<String> words = new ArrayList<>();
        for (String line : text.split("\n")) {
            List<String> more = ShellWords.split(line);
            if (!more.isEmpty() && !words.isEmpty()) {
                words.add(OR);
            }
            words.addAll(more);
        }
        return new MatchExpression(words);
    }

    /**
     * What {@link #stream} wrote.
     *
     * @throws IllegalArgumentException if it did not
     */
    static MatchExpression ofStream(String stream) {
        if (stream.equals(EVERYTHING)) {
            return new MatchExpression(List.of());
        }
        if (!stream.startsWith(PREFIX)) {
            throw new IllegalArgumentException("'" + SafeText.of(stream, 80) + "' is no stream of the journal");
        }
        return parse(stream.substring(PREFIX.length()));
    }

    /** The stream's name: the same for texts that differ in blanks, quotes and lines only. */
    String stream() {
        return words.isEmpty()
                ? EVERYTHING
                : PREFIX
                        + String.join(
                                " ", words.stream().map(ShellWords::quoted).toList());
    }

    /**
     * The alternatives that name no field that journald itself vouches for: whoever may log at all can write entries that
     * they hold for.
     */
    List<String> forgeable() {
        List<String> alternatives = new ArrayList<>();
        for (List<String> terms : alternatives()) {
            if (terms.stream().noneMatch(term -> term.startsWith("_"))) {
                alternatives.add(String.join(" ", terms));
            }
        }
        return alternatives;
    }

    private List<List<String>> alternatives() {
        List<List<String>> all = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        for (String word : words) {
            if (word.equals(OR)) {
                all.add(terms);
                terms = new ArrayList<>();
            } else {
                terms.add(word);
            }
        }
        all.add(terms);
        return all;
    }
}
