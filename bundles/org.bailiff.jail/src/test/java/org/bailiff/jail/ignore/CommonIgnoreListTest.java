// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.config.Problem;
import org.bailiff.api.jail.IgnoreList.Entry;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommonIgnoreListTest {
    private static final Caller ALICE = new Caller("alice", "socket", Role.OPERATOR);
    private static final Network OFFICE = Network.parse("192.0.2.0/24");
    private static final Network HOME = Network.parse("2001:db8::7");

    @TempDir
    Path folder;

    private Path file;
    private Instant now = Instant.parse("2026-11-26T10:00:00Z");
    private final List<String> trail = new ArrayList<>();
    private CommonEntries shown;
    private CommonIgnoreList list;

    @BeforeEach
    void open() {
        file = folder.resolve("ignored");
        reopen();
    }

    private void reopen() {
        shown = new CommonEntries();
        list = CommonIgnoreList.open(
                file,
                shown,
                () -> now,
                (caller, what, subject, before, after, outcome) ->
                        trail.add(String.join("|", caller.principal(), what, subject, before, after, outcome)));
    }

    private void add(Network target, String comment) {
        list.add(target, comment, Optional.empty(), ALICE);
    }

    private Optional<String> reason(String address) {
        return shown.reason(Address.parse(address), now);
    }

    @Test
    void anEntryIsInForceAtOnceAndTellsWhoAddedItAndWhy() {
        add(OFFICE, "office uplink");

        assertThat(reason("192.0.2.77"))
                .contains("ignored in all jails by alice (socket): 192.0.2.0/24, 'office uplink'");
        assertThat(reason("192.0.3.1")).isEmpty();
        assertThat(shown.within(Network.parse("192.0.2.0/25"), now)).isPresent();
        assertThat(list.entries())
                .containsExactly(new Entry(OFFICE, "office uplink", now, Optional.empty(), "alice (socket)"));
    }

    @Test
    void entriesOutliveARestart() throws IOException {
        add(OFFICE, "tab\there \u00e9, \u001b[31m");
        list.add(HOME, "", Optional.of(now.plus(Duration.ofHours(1))), ALICE);
        List<Entry> before = list.entries();

        reopen();

        assertThat(list.entries()).isEqualTo(before).extracting(Entry::target).containsExactly(OFFICE, HOME);
        assertThat(list.entries().get(0).comment()).isEqualTo("tab\\x09here \u00e9, \\x1b[31m");
        assertThat(reason("192.0.2.77")).isPresent();
        assertThat(shown.problems()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anEntryEndsByTheClock() {
        list.add(HOME, "", Optional.of(now.plus(Duration.ofHours(1))), ALICE);
        assertThat(reason("2001:db8::7")).isPresent();

        now = now.plus(Duration.ofHours(1));

        assertThat(reason("2001:db8::7")).isEmpty();
        assertThat(list.entries()).isEmpty();
        assertThat(list.remove(HOME, ALICE)).isFalse();
    }

    @Test
    void aRemovedEntryIsGoneAlsoAfterARestart() {
        add(OFFICE, "");
        add(HOME, "");

        assertThat(list.remove(OFFICE, ALICE)).isTrue();

        assertThat(reason("192.0.2.77")).isEmpty();
        assertThat(list.remove(OFFICE, ALICE)).isFalse();
        reopen();
        assertThat(list.entries()).extracting(Entry::target).containsExactly(HOME);
    }

    @Test
    void everyChangeAndRefusalLeavesATrail() {
        add(OFFICE, "office");
        list.add(OFFICE, "", Optional.of(now.plusSeconds(60)), ALICE);
        list.remove(OFFICE, ALICE);
        assertThatThrownBy(() -> list.add(HOME, "", Optional.of(now), ALICE))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(trail)
                .containsExactly(
                        "alice|ignore|192.0.2.0/24||for ever, 'office'|done",
                        "alice|ignore|192.0.2.0/24|for ever, 'office'|until 2026-11-26T10:01:00Z|done",
                        "alice|unignore|192.0.2.0/24|until 2026-11-26T10:01:00Z||done",
                        "alice|ignore|2001:db8::7|||the end 2026-11-26T10:00:00Z is not in the future; name a later one,"
                                + " or none");
    }

    @Test
    void everybodyIsNotIgnored() {
        assertThatThrownBy(() -> add(Network.parse("0.0.0.0/0"), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("0.0.0.0/0 is everybody");
    }

    @Test
    void nobodyIgnoresEverybodyPieceByPiece() {
        for (String large : List.of("0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/15", "::/1", "2001:db8::/47")) {
            assertThatThrownBy(() -> add(Network.parse(large), ""))
                    .as(large)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(large + " is larger than an operator may have ignored");
        }
        assertThat(trail).hasSize(5).last().asString().contains("2001:db8::/47 is larger");

        add(Network.parse("10.0.0.0/16"), "");
        add(Network.parse("2001:db8::/48"), "");
        assertThat(list.entries()).hasSize(2);
    }

    @Test
    void administratorsMayHaveLargerNetworksIgnored() {
        Caller root = new Caller("root", "socket", Role.ADMINISTRATOR);
        list.add(Network.parse("10.0.0.0/8"), "", Optional.empty(), root);
        list.add(Network.parse("2001:db8::/32"), "", Optional.empty(), root);

        assertThatThrownBy(() -> list.add(Network.parse("10.0.0.0/7"), "", Optional.empty(), root))
                .hasMessageContaining("at most a /8")
                .hasMessageContaining("ignoreip");
        assertThatThrownBy(() -> list.add(Network.parse("2001:db8::/31"), "", Optional.empty(), root))
                .hasMessageContaining("at most a /32");
        assertThat(list.entries()).hasSize(2);
    }

    @Test
    void tenThousandAreEnough() {
        StringBuilder text = new StringBuilder();
        List<Entry> many = new ArrayList<>();
        for (int number = 0; number < 10_000; number++) {
            Network target = Network.parse("10.0." + number / 250 + "." + number % 250);
            many.add(new Entry(target, "", now, Optional.empty(), "alice"));
        }
        text.append(KeptText.format(many, List.of()));
        write(text.toString());
        reopen();

        assertThatThrownBy(() -> add(HOME, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there are 10000 entries");
        list.add(Network.parse("10.0.0.7"), "replaced", Optional.empty(), ALICE);
        assertThat(reason("10.0.0.7"))
                .hasValueSatisfying(reason -> assertThat(reason).endsWith("'replaced'"));
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void aFullDiskLeavesTheChangeInForceAndSaysSo() throws IOException {
        add(OFFICE, "");
        Files.createDirectories(folder.resolve("ignored.new/full"));

        assertThatThrownBy(() -> add(HOME, ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("it is in force, but could not be kept for the next start: ");
        assertThatThrownBy(() -> list.remove(OFFICE, ALICE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("it is out of force, but that could not be kept");

        assertThat(reason("2001:db8::7")).isPresent();
        assertThat(reason("192.0.2.77")).isEmpty();
        assertThat(trail).last().asString().contains("could not be kept");
        reopen();
        assertThat(list.entries()).extracting(Entry::target).containsExactly(OFFICE);
    }

    @Test
    void noFlippedBitLetsAnybodyInOrTakesAnEntryAwayWithoutAWord() throws IOException {
        add(OFFICE, "office");
        byte[] sound = Files.readAllBytes(file);
        int from = new String(sound, StandardCharsets.UTF_8).lastIndexOf('\n', sound.length - 2) + 1;

        for (int index = from; index < sound.length - 1; index++) {
            byte[] damaged = sound.clone();
            damaged[index] ^= 1;
            Files.write(file, damaged);
            reopen();

            assertThat(list.entries()).as("byte " + index).isEmpty();
            assertThat(shown.problems()).as("byte " + index).isNotEmpty();
        }
    }

    @Test
    void aDamagedLineIsNamedLeftOutAndKeptAsAComment() throws IOException {
        add(OFFICE, "office");
        add(HOME, "home");
        write(Files.readString(file).replace("office", "offize"));

        reopen();

        assertThat(list.entries()).extracting(Entry::target).containsExactly(HOME);
        assertThat(shown.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message()).contains("offize").contains("add it anew with 'bailiff ignore'");
        });
        add(Network.parse("198.51.100.7"), "");
        assertThat(Files.readString(file)).contains("# set aside: ").contains("offize");
        reopen();
        assertThat(list.entries()).hasSize(2);
        assertThat(shown.problems()).as("it was told once").isEmpty();
    }

    @Test
    void anEmptyAndAnUnreadableFileAreLosses() throws IOException {
        write("");
        reopen();
        assertThat(shown.problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .startsWith("is empty");

        Files.delete(file);
        Files.createDirectory(file);
        reopen();
        assertThat(shown.problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .startsWith("cannot be read");
        assertThatThrownBy(() -> add(OFFICE, ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("what it holds would be lost");
    }
}
