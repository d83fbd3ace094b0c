// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.filter.FilterCompilerComponent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The quick way of a line, on its bytes, and the plain one, which {@code trace} goes, come to the same match and leave the
 * same session: on every sample of every stock filter, with all options, as it is and changed.
 */
class BothWaysIT {
    private static final long QUICK_SEED = 5;

    private final StockFilters filters = StockFilters.installed();
    private long seed = Long.getLong("bailiff.seed", System.nanoTime() & 0xffffff);
    private int compared;

    @BeforeAll
    static void fail2banIsInstalled() {
        Oracle.require();
    }

    @Test
    void bothWaysComeToTheSame() throws Exception {
        seed = Long.getLong("bailiff.seed", QUICK_SEED);
        compare(2);
    }

    @Test
    @Tag("long")
    void bothWaysComeToTheSameOnManyLines() throws Exception {
        compare(Integer.getInteger("bailiff.mutations", 100));
    }

    private void compare(int rounds) throws Exception {
        for (Path log : Oracle.sampleLogs()) {
            String filter = log.getFileName().toString();
            List<SampleFile.Sample> samples = SampleFile.read(log);
            Set<Map<String, String>> optionSets = new LinkedHashSet<>();
            samples.forEach(sample -> optionSets.addAll(sample.optionSets()));
            for (Map<String, String> options : optionSets) {
                if (filters.folder(filter).isPresent() && Samples.isMeant(options, filter)) {
                    compare(filter, options, samples, rounds);
                }
            }
        }
        System.out.printf("seed %d: %d lines compared%n", seed, compared);
        assertThat(compared).isGreaterThan(1000);
    }

    private void compare(String filter, Map<String, String> options, List<SampleFile.Sample> samples, int rounds)
            throws Exception {
        Matcher matcher = new FilterCompilerComponent()
                .compile(
                        filters.find(filter).orElseThrow(),
                        new FilterOptions(Samples.parameters(options), Map.of(), Oracle.ZONE));
        List<String> lines = samples.stream()
                .filter(sample -> sample.optionSets().contains(options))
                .map(sample -> Samples.line(sample, options))
                .toList();
        Mutator mutator = new Mutator(new Random(seed ^ (filter + options).hashCode()), lines);
        Session quick = matcher.newSession();
        Session plain = matcher.newSession();
        for (int round = 0; round <= rounds; round++) {
            for (String line : lines) {
                String text = round == 0 ? line : mutator.change(line);
                String place = filter + options + ", seed " + seed + ": " + text;
                boolean fresh = round % 2 == 1;
                assertThat(matcher.match(line(text, options, fresh), quick))
                        .as(place)
                        .isEqualTo(
                                matcher.trace(line(text, options, fresh), plain).match());
                assertThat(quick.text()).as(place).isEqualTo(plain.text());
                compared++;
            }
        }
    }

    private static LogLine line(String text, Map<String, String> options, boolean fresh) {
        Optional<Instant> stamp = Samples.isOfJournal(options) ? Optional.of(Oracle.NOW) : Optional.empty();
        return new LogLine(text, Oracle.NOW, fresh, stamp);
    }
}
