// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.jail.fakes.FakeStore;
import org.bailiff.jail.fakes.News;
import org.bailiff.jail.ignore.CommonIgnoreList;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole jail and whom it never bans, with a resolver, programs and sessions that are fakes. */
class IgnoringJailTest {
    private static final String LOG = "/var/log/auth.log";
    private static final String SUSPECT = "192.0.2.7";
    private static final String OTHER = "198.51.100.7";
    private static final Caller ALICE = new Caller("alice", "socket", Role.OPERATOR);
    private static final Caller ROOT = new Caller("root", "socket", Role.ADMINISTRATOR);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final FakeStore store = new FakeStore();
    private final News news = new News();
    private final CountDownLatch answered = new CountDownLatch(1);
    private JailService jail = new JailService("sshd", surroundings, store);

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        surroundings.announcements().add(news);
        surroundings.define("sshd", "FAIL");
    }

    @AfterEach
    void end() {
        answered.countDown();
        jail.close(false);
        surroundings.close();
    }

    private void start(String... keysAndValues) {
        configure(keysAndValues);
        news.await("ACTIVE");
    }

    private void configure(String... keysAndValues) {
        Map<String, Setting> settings = new HashMap<>();
        Map.of("enabled", "yes", "logpath", LOG, "action", "fake", "maxretry", "2", "bantime", "1h")
                .forEach((key, value) -> settings.put(key, new Setting(key, value, "jail.conf:7")));
        for (int index = 0; index < keysAndValues.length; index += 2) {
            settings.put(
                    keysAndValues[index], new Setting(keysAndValues[index], keysAndValues[index + 1], "jail.conf:9"));
        }
        jail.configure(new JailConfiguration("sshd", settings));
    }

    private void attack(String host) {
        write("FAIL " + host, "FAIL " + host);
    }

    private void write(String... lines) {
        surroundings.files.write(LOG, lines);
        surroundings.files.pump();
    }

    /** The answer for the suspect takes until it is let; others are known to nobody. */
    private void askAbout(int answer) {
        surroundings.program = arguments -> {
            if (!arguments.get(1).equals(SUSPECT)) {
                return 1;
            }
            answered.await();
            return answer;
        };
    }

    /** Asks the jail until it is so. */
    private static void eventually(String what, BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - begun).as(what).isLessThan(PATIENCE_NANOS);
            Thread.onSpinWait();
        }
    }

    private int failures(String address) {
        return jail.explain(Address.parse(address)).failures();
    }

    private Optional<String> ignored(String address) {
        return jail.explain(Address.parse(address)).ignored();
    }

    @Test
    void whomAllJailsIgnoreIsSparedFromThatMomentOnAndExplained() {
        start();
        CommonIgnoreList all = CommonIgnoreList.open(
                folder.resolve("ignored"),
                surroundings.ignoring().common(),
                surroundings.clock(),
                surroundings.announcements()::audit);
        write("FAIL " + SUSPECT);
        news.await("found " + SUSPECT);

        all.add(Network.parse("192.0.2.0/24"), "office", Optional.empty(), ALICE);
        write("FAIL " + SUSPECT, "FAIL " + OTHER, "FAIL " + OTHER);

        news.await("banned " + OTHER);
        String reason = "ignored in all jails by alice (socket): 192.0.2.0/24, 'office'";
        assertThat(jail.bans()).hasSize(1);
        assertThat(jail.explain(Address.parse(SUSPECT)).ignored()).contains(reason);
        assertThatThrownBy(() -> ban(SUSPECT, false, ALICE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("192.0.2.7 is never banned by jail sshd (" + reason + ")");

        all.add(Network.parse(OTHER), "", Optional.empty(), ALICE);
        assertThat(jail.bans()).as("to ignore somebody ends no ban").hasSize(1);
        all.remove(Network.parse("192.0.2.0/24"), ALICE);
        write("FAIL " + SUSPECT);
        news.await("banned " + SUSPECT);
    }

    @Test
    void aBanWaitsForTheCommandsAnswerAndNobodyElsesBanDoes() {
        askAbout(1);
        start("ignorecommand", "/bin/false <ip>");
        attack(SUSPECT);
        attack(OTHER);
        news.await("banned " + OTHER);
        assertThat(jail.bans()).hasSize(1);
        assertThat(failures(SUSPECT)).isEqualTo(2);

        answered.countDown();

        news.await("banned " + SUSPECT);
        assertThat(surroundings.list.out()).contains(Network.parse(SUSPECT));
    }

    @Test
    void whomTheCommandKnowsIsSparedAndTheFailuresAreForgotten() {
        askAbout(0);
        start("ignorecommand", "/bin/false <ip>");
        attack(SUSPECT);
        news.await("found " + SUSPECT);
        news.await("found " + SUSPECT);

        answered.countDown();

        eventually("the failures are forgotten", () -> failures(SUSPECT) == 0);
        attack(SUSPECT);
        attack(OTHER);
        news.await("banned " + OTHER);
        assertThat(jail.bans()).extracting(ban -> ban.target().toString()).containsExactly(OTHER);
    }

    @Test
    void aCommandThatNeverAnswersLosesNoBanOverARestart() {
        askAbout(1);
        start("ignorecommand", "/bin/false <ip>");
        attack(SUSPECT);
        news.await("found " + SUSPECT);
        news.await("found " + SUSPECT);

        jail.close(false);
        surroundings.program = arguments -> 1;
        jail = new JailService("sshd", surroundings, store);
        configure("ignorecommand", "/bin/false <ip>");

        news.await("banned " + SUSPECT);
        assertThat(surroundings.list.out()).containsExactly(Network.parse(SUSPECT));
    }

    @Test
    void eachAddressOfANameInTheLogCountsIfTheJailLooksNamesUp() {
        surroundings.names.put("pool.example.org", Set.of(Address.parse(SUSPECT), Address.parse(OTHER)));
        start("usedns", "yes");

        attack("pool.example.org");

        news.await("banned " + SUSPECT);
        news.await("banned " + OTHER);
    }

    @Test
    void aNameInTheLogBansNobodyUnlessTold() {
        surroundings.names.put("pool.example.org", Set.of(Address.parse(SUSPECT)));
        start();

        attack("pool.example.org");
        attack(OTHER);

        news.await("found pool.example.org");
        news.await("banned " + OTHER);
        assertThat(jail.bans()).hasSize(1);
    }

    @Test
    void whoIsLoggedInIsNotBannedUntilTheSessionEnds() {
        surroundings.sessions.put(Address.parse(SUSPECT), "neverban: the session of root on pts/0");
        start("neverban", "sessions");
        attack(SUSPECT);
        attack(OTHER);
        news.await("banned " + OTHER);
        assertThat(failures(SUSPECT)).isEqualTo(2);
        assertThat(ignored(SUSPECT)).contains("neverban: the session of root on pts/0");
        assertThatThrownBy(() -> ban(SUSPECT, false, ROOT))
                .hasMessageEndingWith("is never banned by jail sshd (neverban: the session of root on pts/0)");

        surroundings.sessions.clear();
        surroundings.pass(Duration.ofSeconds(10));

        news.await("banned " + SUSPECT);
    }

    private void ban(String address, boolean force, Caller caller) {
        jail.ban(new BanRequest(Network.parse(address), Optional.empty(), "", force), caller);
    }

    @ParameterizedTest
    @ValueSource(strings = {"224.0.0.1", "ff02::1", "255.255.255.255"})
    void whatIsNoHostsAddressIsBannedOnlyIfAnAdministratorInsists(String address) {
        start("ignoreself", "no");
        attack(address);
        attack(OTHER);
        news.await("banned " + OTHER);
        assertThat(jail.bans()).hasSize(1);

        assertThatThrownBy(() -> ban(address, false, ROOT)).hasMessageContaining("no host has this address");
        assertThatThrownBy(() -> ban(address, true, ALICE)).hasMessageContaining("no host has this address");
        ban(address, true, ROOT);
        assertThat(jail.bans()).hasSize(2);
    }

    @Test
    void theReasonNamesTheEntryAndWhereItStands() throws Exception {
        Path file = Files.writeString(folder.resolve("ignored"), "# ours\n\n203.0.113.0/24\n");
        start("ignoreip", "192.0.2.0/24, file:" + file);

        assertThat(ignored(SUSPECT)).contains("ignoreip of jail.conf:9: 192.0.2.0/24");
        assertThat(ignored("203.0.113.7")).contains("ignoreip file " + file + ", line 3: 203.0.113.0/24");
        assertThat(ignored(OTHER)).isEmpty();
    }

    @Test
    void aFileThatChangesIsFollowedWithoutAReload() throws Exception {
        Path file = Files.writeString(folder.resolve("ignored"), "203.0.113.0/24\n");
        start("ignoreip", "file:" + file);
        assertThat(ignored(SUSPECT)).isEmpty();

        Files.writeString(file, "203.0.113.0/24\n192.0.2.0/24\n");
        surroundings.pass(Duration.ofSeconds(1));

        eventually("the file is read again", () -> ignored(SUSPECT).isPresent());
        assertThat(ignored(SUSPECT)).contains("ignoreip file " + file + ", line 2: 192.0.2.0/24");
    }

    @Test
    void anIgnoredNameIsLookedUpBeforeAnybodyFails() {
        surroundings.names.put("office.example.org", Set.of(Address.parse(SUSPECT)));
        start("ignoreip", "office.example.org");
        eventually("the name is known", () -> ignored(SUSPECT).isPresent());

        attack(SUSPECT);
        attack(OTHER);

        news.await("banned " + OTHER);
        assertThat(jail.bans()).hasSize(1);
        assertThat(ignored(SUSPECT)).contains("ignoreip of jail.conf:9: office.example.org (192.0.2.7)");
    }

    @Test
    void whetherAnEntryHasExpiredIsAQuestionOfTheLinesTime() {
        Instant before = surroundings.clock().instant().minusSeconds(360);
        Instant after = before.plusSeconds(120);
        start("ignoreip", SUSPECT + "@" + before.plusSeconds(60));
        write("FAIL " + SUSPECT + " " + before, "FAIL " + SUSPECT + " " + before);
        attack(OTHER);
        news.await("banned " + OTHER);
        assertThat(jail.bans()).hasSize(1);

        write("FAIL " + SUSPECT + " " + after, "FAIL " + SUSPECT + " " + after);

        news.await("banned " + SUSPECT);
    }
}
