// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bailiff.dialect.TimeSpan;
import org.bailiff.itests.conformance.Oracle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every jail of the installed tree, all enabled, and their filters: fail2ban and Bailiff resolve the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockTreeIT {
    private Tree tree;
    private Map<String, Fail2banJail> fail2ban;
    private Map<String, BailiffJail> bailiff;

    @BeforeAll
    void read() throws Exception {
        Oracle.require();
        tree = Tree.withEveryJail();
        bailiff = BailiffJail.of(tree, Fail2banJail.of(tree).keySet());
        for (BailiffJail jail : bailiff.values()) {
            for (String pattern : jail.logPaths()) {
                tree.makeLog(pattern);
            }
        }
        fail2ban = Fail2banJail.of(tree);
    }

    @AfterAll
    void remove() throws IOException {
        if (tree != null) {
            tree.close();
        }
    }

    @FunctionalInterface
    private interface Value<T> {
        Object of(String name, T jail) throws Exception;
    }

    private void assertSame(Value<Fail2banJail> theirs, Value<BailiffJail> ours) throws Exception {
        Map<String, String> differences = new TreeMap<>();
        for (String name : fail2ban.keySet()) {
            Object expected = theirs.of(name, fail2ban.get(name));
            Object actual = ours.of(name, bailiff.get(name));
            if (!expected.equals(actual)) {
                differences.put(name, "\n  fail2ban " + expected + "\n  bailiff  " + actual + "\n");
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void theSameJailsAreThere() {
        assertThat(fail2ban).hasSizeGreaterThan(80);
        assertThat(bailiff.keySet()).isEqualTo(fail2ban.keySet());
    }

    @Test
    void maxRetry() throws Exception {
        assertSame((name, jail) -> jail.one("maxretry"), (name, jail) -> Optional.of(jail.value("maxretry", "")));
    }

    @Test
    void findTime() throws Exception {
        assertSame((name, jail) -> seconds(jail, "findtime"), (name, jail) -> seconds(jail, "findtime"));
    }

    @Test
    void banTime() throws Exception {
        assertSame((name, jail) -> seconds(jail, "bantime"), (name, jail) -> seconds(jail, "bantime"));
    }

    private static long seconds(Fail2banJail jail, String key) {
        return TimeSpan.parseSeconds(jail.one(key).orElseThrow());
    }

    private static long seconds(BailiffJail jail, String key) {
        return TimeSpan.parseSeconds(jail.value(key, ""));
    }

    @Test
    void ignoreList() throws Exception {
        assertSame((name, jail) -> jail.all("addignoreip"), (name, jail) -> Arrays.stream(
                        jail.value("ignoreip", "").split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    @Test
    void useOfDnsAndEncodingAndBackend() throws Exception {
        assertSame(
                (name, jail) -> List.of(
                        jail.one("usedns").orElse(""),
                        jail.one("logencoding").orElse(""),
                        jail.one("backend").orElse("")),
                (name, jail) ->
                        List.of(jail.value("usedns", ""), jail.value("logencoding", ""), jail.value("backend", "")));
    }

    @Test
    void logs() throws Exception {
        assertThat(fail2ban.values()).filteredOn(jail -> !jail.logs().isEmpty()).hasSizeGreaterThan(80);
        assertSame((name, jail) -> jail.logs(), (name, jail) -> {
            Map<String, String> logs = new TreeMap<>();
            for (String pattern : jail.logPaths()) {
                tree.matching(pattern).forEach(log -> logs.put(log, jail.begin(pattern)));
            }
            return logs;
        });
    }

    @Test
    void patternsOfTheFilters() throws Exception {
        assertSame(
                (name, jail) -> List.of(
                        jail.all("prefregex"),
                        jail.all("addfailregex"),
                        jail.all("addignoreregex"),
                        lines(jail.one("datepattern"))),
                (name, jail) -> FilterTexts.of(filters(), jail, name));
    }

    @Test
    void linesAtOnceAndJournalOfTheFilters() throws Exception {
        assertSame(
                (name, jail) ->
                        List.of(jail.one("maxlines").map(Integer::parseInt).orElse(1), jail.all("addjournalmatch")),
                (name, jail) -> FilterTexts.linesAndJournal(filters(), jail, name));
    }

    private Path filters() {
        return tree.etc().resolve("filter.d");
    }

    private static List<String> lines(Optional<String> text) {
        return text.stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .toList();
    }
}
