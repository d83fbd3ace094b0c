// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.filter.FilterCompilerComponent;
import org.bailiff.itests.conformance.OracleProcess.Finding;
import org.bailiff.text.Address;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stock filters find in changed lines what fail2ban finds in them. A seed that failed is tried again with its property. */
class MutatedLinesIT {
    /** In some ten thousand lines. */
    private static final double AGREEMENT = 0.999;
    /** In some hundred, where one of the differences that are known weighs more. */
    private static final double QUICK_AGREEMENT = 0.996;

    /** The quick ring is the same each time; the long one is another each time. */
    private static final long QUICK_SEED = 4;

    private long seed = Long.getLong("bailiff.seed", System.nanoTime() & 0xffffff);
    private final StockFilters filters = StockFilters.installed();
    private final Map<String, Tally> tallies = new TreeMap<>();

    /** What became of the lines of one filter in which one of both found something. */
    private static final class Tally {
        private int found;
        private final List<String> differences = new ArrayList<>();
    }

    @BeforeAll
    static void fail2banIsInstalled() {
        Oracle.require();
    }

    @Test
    void changedLinesGetFail2bansVerdict() throws Exception {
        seed = Long.getLong("bailiff.seed", QUICK_SEED);
        compare(2, QUICK_AGREEMENT);
    }

    @Test
    @Tag("long")
    void manyChangedLinesGetFail2bansVerdict() throws Exception {
        compare(Integer.getInteger("bailiff.mutations", 25), AGREEMENT);
    }

    private void compare(int rounds, double agreement) throws Exception {
        try (OracleProcess oracle = new OracleProcess()) {
            for (Path log : Oracle.sampleLogs()) {
                compare(log, rounds, oracle);
            }
        }
        int found = tallies.values().stream().mapToInt(tally -> tally.found).sum();
        int different = tallies.values().stream()
                .mapToInt(tally -> tally.differences.size())
                .sum();
        tallies.forEach((filter, tally) ->
                System.out.printf("%-28s %6d found, %4d different%n", filter, tally.found, tally.differences.size()));
        tallies.forEach((filter, tally) -> tally.differences.forEach(System.out::println));
        System.out.printf("seed %d: %d found, %d different%n", seed, found, different);
        assertThat(found)
                .as("lines in which something is found, with seed %d", seed)
                .isPositive();
        assertThat(1 - (double) different / found)
                .as("agreement in %d lines with seed %d", found, seed)
                .isGreaterThanOrEqualTo(agreement);
    }

    private void compare(Path log, int rounds, OracleProcess oracle) throws Exception {
        String filter = log.getFileName().toString();
        List<SampleFile.Sample> samples = SampleFile.read(log);
        Set<Map<String, String>> optionSets = new LinkedHashSet<>();
        samples.forEach(sample -> optionSets.addAll(sample.optionSets()));
        Optional<Path> folder = filters.folder(filter);
        for (Map<String, String> options : optionSets) {
            if (folder.isPresent() && Samples.isMeant(options, filter)) {
                compare(filter, folder.get(), options, lines(samples, options), rounds, oracle);
            }
        }
    }

    private static List<String> lines(List<SampleFile.Sample> samples, Map<String, String> options) {
        return samples.stream()
                .filter(sample -> sample.optionSets().contains(options))
                .map(sample -> Samples.line(sample, options))
                .toList();
    }

    private void compare(
            String filter,
            Path folder,
            Map<String, String> options,
            List<String> lines,
            int rounds,
            OracleProcess oracle)
            throws Exception {
        Map<String, String> parameters = Samples.parameters(options);
        Matcher matcher = new FilterCompilerComponent()
                .compile(filters.find(filter).orElseThrow(), new FilterOptions(parameters, Map.of(), Oracle.ZONE));
        Mutator mutator = new Mutator(new Random(seed ^ (filter + options).hashCode()), lines);
        oracle.start(filter, parameters, folder, Oracle.NOW);
        for (int round = 0; round < rounds; round++) {
            for (int index = 0; index < lines.size(); index++) {
                Session session = matcher.newSession();
                oracle.forget();
                String changed = mutator.change(lines.get(index));
                for (String before : Connections.before(lines, index, changed)) {
                    oracle.find(before);
                    matcher.match(Samples.logLine(before, Samples.isOfJournal(options)), session);
                }
                compare(filter + options, changed, matcher, session, Samples.isOfJournal(options), oracle);
            }
        }
    }

    private void compare(
            String filter, String line, Matcher matcher, Session session, boolean ofJournal, OracleProcess oracle)
            throws IOException {
        Set<Finding> theirs = new HashSet<>(oracle.find(line));
        Match match = matcher.match(Samples.logLine(line, ofJournal), session);
        Set<Finding> ours = new HashSet<>();
        if (match instanceof Match.Found found) {
            found.failures()
                    .forEach(failure ->
                            ours.add(new Finding(failure.id(), failure.time().getEpochSecond())));
        }
        if (!theirs.isEmpty() || !ours.isEmpty()) {
            Tally tally = tallies.computeIfAbsent(filter, first -> new Tally());
            tally.found++;
            if (!ids(theirs).equals(ids(ours)) || !times(theirs).equals(times(ours)) && isDated(theirs)) {
                tally.differences.add(filter + " " + theirs + " and not " + ours + " " + match + " in " + line);
            }
        }
    }

    private static Set<String> ids(Set<Finding> findings) {
        return findings.stream().map(Finding::id).map(MutatedLinesIT::usualForm).collect(Collectors.toSet());
    }

    private static Set<Long> times(Set<Finding> findings) {
        return findings.stream().map(Finding::time).collect(Collectors.toSet());
    }

    /** A line without a date of an old log happened at the date before it; to fail2ban it happens when it is read. */
    private static boolean isDated(Set<Finding> findings) {
        return !times(findings).contains(Oracle.NOW.getEpochSecond());
    }

    /** An IPv6 address has several forms; fail2ban takes another one for some. */
    private static String usualForm(String id) {
        return id.indexOf(':') < 0
                ? id
                : Address.tryParse(id).map(Address::toString).orElse(id);
    }
}
