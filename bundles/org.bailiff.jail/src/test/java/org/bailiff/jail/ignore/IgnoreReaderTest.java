// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.bailiff.jail.Keys;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreReaderTest {
    private static final Address ADMIN = Address.parse("198.51.100.7");
    private static final Address ROUTER = Address.parse("198.51.100.1");

    @TempDir
    Path folder;

    private final IgnoreServices services = new IgnoreServices(
            Set::of,
            new HandClock(),
            new IgnoreServices.Outside(
                    name -> Set.of(),
                    arguments -> 1,
                    () -> Map.of(ROUTER, "neverban: the gateway"),
                    () -> Map.of(ADMIN, "neverban: the session of root")));
    private Keys keys;

    @AfterEach
    void end() {
        services.close();
    }

    private IgnoreList read(String... keysAndValues) {
        Map<String, Setting> settings = new HashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            String key = keysAndValues[index];
            settings.put(key, new Setting(key, keysAndValues[index + 1], "jail.local:7"));
        }
        keys = new Keys(new JailConfiguration("sshd", settings));
        return IgnoreReader.read(keys, services);
    }

    private List<String> problems() {
        return keys.problems().stream().map(Problem::toString).toList();
    }

    private static String reason(IgnoreList list, String address) {
        return list.reason(Address.parse(address), HandClock.NOON).orElse("none");
    }

    @Test
    void entriesAreSeparatedByBlanksCommasAndLinesAndToldWithTheirPlace() {
        IgnoreList list = read("ignoreip", "127.0.0.1/8, 192.0.2.0/255.255.255.0\n2001:db8::7");

        assertThat(problems()).isEmpty();
        assertThat(reason(list, "192.0.2.7")).isEqualTo("ignoreip of jail.local:7: 192.0.2.0/24");
        assertThat(reason(list, "2001:db8::7")).isEqualTo("ignoreip of jail.local:7: 2001:db8::7");
        assertThat(reason(list, "127.9.9.9")).isEqualTo("ignoreip of jail.local:7: 127.0.0.0/8");
        assertThat(reason(list, "198.51.100.1")).isEqualTo("none");
    }

    @Test
    void anEntryThatIsWrongOrExpiredIsToldAndTheRestCounts() {
        IgnoreList list = read("ignoreip", "999.1.1.1 192.0.2.7@2026-11-01 192.0.2.8@never 192.0.2.9");

        assertThat(problems())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("jail.local:7: warning: ignoreip: '999.1.1.1' is neither an address nor")
                                .endsWith("; it is left out"),
                        second -> assertThat(second)
                                .isEqualTo(
                                        "jail.local:7: warning: ignoreip: 192.0.2.7@2026-11-01T00:00:00Z has expired,"
                                                + " and is of no use but for older lines; remove it"),
                        third -> assertThat(third).contains("'never' is not when an entry can expire"));
        assertThat(reason(list, "192.0.2.9")).isNotEqualTo("none");
        assertThat(reason(list, "192.0.2.7")).isEqualTo("none");
        assertThat(list.reason(Address.parse("192.0.2.7"), HandClock.NOON.minusSeconds(86_400 * 30)))
                .isPresent();
    }

    @Test
    void aFileIsReadAndItsMistakesAreToldWithItsOwnLines() throws IOException {
        Path file = Files.writeString(folder.resolve("ignored"), "192.0.2.0/24\nwrong!\n");
        IgnoreList list = read("ignoreip", "203.0.113.1 file:" + file);

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(file + ":2: warning: ignoreip: 'wrong!' is neither");
        assertThat(reason(list, "192.0.2.7")).isEqualTo("ignoreip file " + file + ", line 1: 192.0.2.0/24");
        assertThat(reason(list, "203.0.113.1")).isNotEqualTo("none");
    }

    @Test
    void aMissingFileIsToldAndStaysAsItWasKnownThroughAReload() throws IOException {
        Path file = Files.writeString(folder.resolve("ignored"), "192.0.2.0/24");
        read("ignoreip", "file:" + file);
        Files.delete(file);
        IgnoreList list = read("ignoreip", "file:" + file);

        assertThat(problems())
                .containsExactly(
                        "jail.local:7: warning: ignoreip: the file " + file + " cannot be read: there is no such"
                                + " file; it is looked for again each second, and whom it named before is still ignored");
        assertThat(reason(list, "192.0.2.7")).isNotEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({"file:ignored", "file:", "file:../x"})
    void aFileIsNamedWithItsWholePath(String word) {
        read("ignoreip", word);

        assertThat(problems()).singleElement().asString().contains("does not name a file with its whole path");
    }

    @Test
    void unlessToldNobodyIsNeverBannedButTheHost() {
        IgnoreList list = read();

        assertThat(problems()).isEmpty();
        assertThat(reason(list, "127.0.0.1")).isEqualTo("ignoreself: loopback");
        assertThat(list.neverBanned(Network.single(ADMIN))).isEmpty();
        assertThat(list.command()).isEmpty();
        assertThat(reason(read("ignoreself", "no"), "127.0.0.1")).isEqualTo("none");
    }

    @Test
    void whoMustNotBeLockedOutCountsAndIsNotBanned() {
        IgnoreList list = read("neverban", "gateway, sessions");

        assertThat(problems()).isEmpty();
        assertThat(list.reason(ADMIN, HandClock.NOON)).as("failures count").isEmpty();
        assertThat(list.neverBanned(Network.single(ADMIN))).contains("neverban: the session of root");
        assertThat(list.neverBanned(Network.single(ROUTER))).contains("neverban: the gateway");
        assertThat(list.within(Network.parse("198.51.100.0/24"), HandClock.NOON))
                .isPresent();
        assertThat(list.within(Network.single(ADMIN), HandClock.NOON)).isPresent();
        assertThat(list.neverBanned(Network.parse("192.0.2.7"))).isEmpty();
        assertThat(read("neverban", "sessions").neverBanned(Network.single(ROUTER)))
                .isEmpty();
    }

    @Test
    void anUnknownSetIsAnError() {
        read("neverban", "gateway, admins");

        assertThat(problems())
                .containsExactly("jail.local:7: error: neverban: 'admins' is no set of addresses that can be kept from"
                        + " bans; it is gateway, sessions, or both");
    }

    @Test
    void aCommandIsReadWithItsCache() {
        IgnoreList list =
                read("ignorecommand", "/bin/true <ip>", "ignorecache", "key=\"<ip>\", max-count=5, max-time=2m");

        assertThat(problems()).isEmpty();
        assertThat(list.command().orElseThrow().argumentsFor(ADMIN)).containsExactly("/bin/true", "198.51.100.7");
        assertThat(list.command().orElseThrow().cache().maxCount()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "ignorecommand ~ /bin/true <ip> | cat ~ error: ignorecommand: '|' would need a shell",
                "ignorecommand ~ /nowhere/x <ip> ~ warning: ignorecommand: /nowhere/x is not there, or may not be run",
                "ignorecache ~ often ~ error: ignorecache: 'often' is not understood",
            })
    void aCommandThatCannotBeAskedIsTold(String key, String value, String message) {
        read(key, value);

        assertThat(problems()).singleElement().asString().startsWith("jail.local:7: " + message);
    }

    @ParameterizedTest
    @CsvSource({"yes, YES", "true, YES", "warn, WARN", "No, NO", "raw, RAW"})
    void useOfNamesIsReadInFail2bansWords(String text, UseDns use) {
        read("usedns", text);

        assertThat(IgnoreReader.useDns(keys)).isEqualTo(use);
        assertThat(problems()).hasSize(use == UseDns.RAW ? 1 : 0);
    }

    @Test
    void namesAreNotLookedUpUnlessTold() {
        read();
        assertThat(IgnoreReader.useDns(keys)).isEqualTo(UseDns.NO);

        read("usedns", "perhaps");
        assertThat(IgnoreReader.useDns(keys)).isEqualTo(UseDns.NO);
        assertThat(problems()).singleElement().asString().contains("it is yes, warn, no or raw");
    }
}
