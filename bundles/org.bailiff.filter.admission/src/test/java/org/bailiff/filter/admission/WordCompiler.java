// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bailiff.api.Failure;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.FilterRules;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.api.filter.Sieve;
import org.bailiff.api.filter.Trace;
import org.bailiff.text.Address;

/**
 * A language of its own: a line {@code WORD ADDRESS} is a failure of the address if WORD is the first line of the
 * definition's text; with {@code ignored} in it, an ignored one, with {@code helper}, a helper. The text {@code bad} does
 * not compile, {@code needs PARAMETER} only with that parameter, and {@code fault} throws. A line with {@code long} in it is
 * cut off.
 */
public final class WordCompiler implements FilterCompiler {
    private final AtomicInteger compiled = new AtomicInteger();

    /** How often it was asked. */
    int compiled() {
        return compiled.get();
    }

    @Override
    public Matcher compile(FilterDefinition definition, FilterOptions options) throws FilterException {
        compiled.incrementAndGet();
        String path = definition.files().get(0).path();
        String word = definition.files().get(0).text().lines().findFirst().orElse("");
        if (word.equals("bad")) {
            throw new FilterException(path, 12, "failregex: this cannot be; write a word", null);
        }
        if (word.startsWith("needs ") && !options.parameters().containsKey(word.substring("needs ".length()))) {
            throw new FilterException(path, 3, "there is no <" + word.substring("needs ".length()) + ">", null);
        }
        if (word.equals("fault")) {
            throw new IllegalStateException("a fault in the compiler");
        }
        return new WordMatcher(word, new AtomicInteger());
    }

    @Override
    public Sieve combine(List<Matcher> matchers) {
        throw new UnsupportedOperationException("no line is sifted here");
    }

    private record WordMatcher(String word, AtomicInteger cut) implements Matcher {
        private static final Session NOTHING = () -> "";

        @Override
        public String name() {
            return word;
        }

        @Override
        public FilterRules rules() {
            return new FilterRules(Optional.empty(), List.of(word), List.of(), List.of(), List.of(), 1);
        }

        @Override
        public List<Problem> warnings() {
            return word.equals("doubtful")
                    ? List.of(new Problem(Problem.Severity.WARNING, "x.conf", 3, "", "failregex 1: is it so?"))
                    : List.of();
        }

        @Override
        public List<CutOff> cutOffs() {
            return cut.get() == 0 ? List.of() : List.of(new CutOff("failregex", 1, word, cut.get()));
        }

        @Override
        public boolean needsEveryLine() {
            return false;
        }

        @Override
        public Session newSession() {
            return NOTHING;
        }

        @Override
        public Session restoreSession(String text) {
            return NOTHING;
        }

        @Override
        public Trace trace(LogLine line, Session session) {
            return new Trace(Optional.empty(), line.arrival(), line.text(), List.of(), 0, match(line, session));
        }

        @Override
        public Match match(LogLine line, Session session) {
            if (line.text().contains("long")) {
                cut.incrementAndGet();
                return new Match.Missed();
            }
            String[] words = line.text().split(" ");
            if (!words[0].equals(word) || words.length < 2) {
                return new Match.Missed();
            }
            if (line.text().contains("ignored")) {
                return new Match.Ignored(1);
            }
            if (line.text().contains("helper")) {
                return new Match.Helper(1, false);
            }
            List<String> users = words.length > 2 ? List.of(words[2]) : List.of();
            return new Match.Found(List.of(new Failure(
                    words[1],
                    Optional.of(words[1]),
                    Address.tryParse(words[1]),
                    line.arrival(),
                    2,
                    1,
                    users,
                    Map.of(),
                    1)));
        }
    }
}
