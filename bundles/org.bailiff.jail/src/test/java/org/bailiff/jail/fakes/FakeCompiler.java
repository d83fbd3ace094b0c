// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.fakes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
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
 * A language of its own: a definition's text is a word, and a line {@code WORD ADDRESS [INSTANT]} is a failure of the
 * address at the instant, or else at its arrival. The word {@code bad} does not compile, {@code doubtful} does with a
 * warning; a line with {@code fault} throws, and for one with {@code slow} the regex is cut off.
 * The parameter {@code match} is the filter's one match expression.
 */
public final class FakeCompiler implements FilterCompiler {

    private volatile String faulty = "nothing";

    /** The sieve throws at a line with this text. */
    public void failOn(String text) {
        faulty = text;
    }

    public Matcher matcherFor(String word) {
        return new WordMatcher(word, List.of());
    }

    @Override
    public Matcher compile(FilterDefinition definition, FilterOptions options) throws FilterException {
        String word = definition.files().get(0).text();
        if (word.equals("bad")) {
            throw new FilterException(definition.origin(), 1, "failregex: this cannot be; write a word", null);
        }
        return new WordMatcher(
                word,
                Optional.ofNullable(options.parameters().get("match")).stream().toList());
    }

    @Override
    public Sieve combine(List<Matcher> matchers) {
        return (batch, candidates) -> {
            for (int line = 0; line < batch.count(); line++) {
                String text = new String(
                        batch.buffer(), batch.start(line), batch.end(line) - batch.start(line), StandardCharsets.UTF_8);
                if (text.contains(faulty)) {
                    throw new IllegalStateException("a fault in the sieve");
                }
                for (int matcher = 0; matcher < matchers.size(); matcher++) {
                    if (text.contains(((WordMatcher) matchers.get(matcher)).word)) {
                        candidates.add(matcher, line);
                    }
                }
            }
        };
    }

    private record WordMatcher(String word, List<String> matches, AtomicLong slow) implements Matcher {
        private static final Session NOTHING = () -> "";

        WordMatcher(String word, List<String> matches) {
            this(word, matches, new AtomicLong());
        }

        @Override
        public String name() {
            return word;
        }

        @Override
        public FilterRules rules() {
            return new FilterRules(Optional.empty(), List.of(word), List.of(), List.of(), matches, 1);
        }

        @Override
        public List<Problem> warnings() {
            return word.equals("doubtful")
                    ? List.of(new Problem(Problem.Severity.WARNING, "doubtful.conf", 3, "", "failregex 1: is it so?"))
                    : List.of();
        }

        @Override
        public List<CutOff> cutOffs() {
            long count = slow.get();
            return count == 0 ? List.of() : List.of(new CutOff("failregex", 1, word, count));
        }

        @Override
        public Trace trace(LogLine line, Session session) {
            return new Trace(Optional.empty(), line.arrival(), line.text(), List.of(), 0, match(line, session));
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
        public Match match(LogLine line, Session session) {
            if (line.text().contains("fault")) {
                throw new IllegalStateException("a fault in the matcher");
            }
            if (line.text().contains("slow")) {
                slow.incrementAndGet();
            }
            String[] words = line.text().split(" ");
            if (!words[0].equals(word) || words.length < 2) {
                return new Match.Missed();
            }
            Instant time = words.length > 2 ? Instant.parse(words[2]) : line.arrival();
            return new Match.Found(List.of(new Failure(
                    words[1], Optional.of(words[1]), Address.tryParse(words[1]), time, 1, 1, List.of(), Map.of(), 1)));
        }
    }
}
