// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.bailiff.text.HostEntry;
import org.bailiff.text.SafeText;

/**
 * Gathers the entries of a text, and what is wrong with it: all of it, not only the first, but in one sentence what has
 * expired, as all of a long list may in time. Used by one thread.
 */
final class IgnoreText {
    /** How many there may be of one text; more would be a mistake. */
    private static final int MOST_ENTRIES = 10_000;

    /** Each is looked up about once a minute. */
    private static final int MOST_NAMES = 200;

    private final Instant now;
    private final List<IgnoreEntry> entries = new ArrayList<>();
    private final List<IgnoredNames.Named> names = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private int expired;
    /** One of the mistakes; null while nothing has expired. */
    private Mistake firstExpired;

    /**
     * What is wrong.
     *
     * @param line from 1
     */
    record Mistake(int line, String message) {
        Mistake andMore(int count) {
            return new Mistake(line, message + "; so have " + count + " more");
        }
    }

    /**
     * @param now for what has expired
     */
    IgnoreText(Instant now) {
        this.now = now;
    }

    /**
     * Takes up a text, an entry a line or several between blanks and commas; behind a {@code #} is a comment.
     *
     * @param source of a line, as people write it
     */
    void addLines(String text, IntFunction<String> source) {
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            for (String word : line.split("#", 2)[0].strip().split("[\\s,]+")) {
                if (!word.isEmpty()) {
                    add(word, number, source.apply(number));
                }
            }
        }
    }

    void add(String word, int line, String source) {
        try {
            HostEntry entry = HostEntry.parse(word);
            if (!entry.holdsAt(now)) {
                addExpired(entry, line);
            }
            add(entry, line, source);
        } catch (IllegalArgumentException wrong) {
            mistakes.add(new Mistake(line, wrong.getMessage() + "; it is left out"));
        }
    }

    private void addExpired(HostEntry entry, int line) {
        expired++;
        if (expired == 1) {
            firstExpired = new Mistake(line, entry + " has expired, and is of no use but for older lines; remove it");
            mistakes.add(firstExpired);
        }
    }

    private void add(HostEntry entry, int line, String source) {
        if (entries.size() >= MOST_ENTRIES || entry.host() instanceof HostEntry.Name && names.size() >= MOST_NAMES) {
            leaveOut(entry, line);
        } else if (entry.host() instanceof HostEntry.Addresses addresses) {
            entries.add(new IgnoreEntry(addresses.network(), entry.until(), source));
        } else {
            names.add(new IgnoredNames.Named(entry, source));
        }
    }

    private void leaveOut(HostEntry entry, int line) {
        String message = "there are more than " + MOST_ENTRIES + " entries or " + MOST_NAMES + " names; from "
                + SafeText.of(entry.toString(), 60) + " on some are left out";
        if (mistakes.stream().noneMatch(mistake -> mistake.message().startsWith("there are more than"))) {
            mistakes.add(new Mistake(line, message));
        }
    }

    IgnoreEntries entries() {
        return new IgnoreEntries(entries);
    }

    List<IgnoredNames.Named> names() {
        return names;
    }

    /** In the order of the text. */
    List<Mistake> mistakes() {
        return mistakes.stream()
                .map(mistake -> expired > 1 && mistake == firstExpired ? mistake.andMore(expired - 1) : mistake)
                .toList();
    }
}
