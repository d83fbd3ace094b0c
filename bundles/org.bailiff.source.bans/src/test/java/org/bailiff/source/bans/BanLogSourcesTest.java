// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.bans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.source.LineConsumer.Answer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.source.Start;
import org.bailiff.text.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BanLogSourcesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int MOST_KEPT = 5;

    private final Lines lines = new Lines();
    private BanLogSources sources = sourcesAt(NOW);

    @AfterEach
    void stop() {
        sources.stop();
    }

    private static BanLogSources sourcesAt(Instant now) {
        return new BanLogSources(() -> now, MOST_KEPT);
    }

    private static Ban ban(String jail, String target, BanOrigin origin) {
        Network network = Network.parse(target);
        Instant since = NOW.minusSeconds(90);
        return new Ban(
                Ban.idOf(jail, network, since), jail, network, since, Optional.empty(), 1, origin, "x", "", List.of());
    }

    private void banned(String... addresses) {
        for (String address : addresses) {
            sources.banned(ban("sshd", address, BanOrigin.FAILURES), false);
        }
    }

    private LogSource open(Start start) {
        return sources.open("bans", start, lines);
    }

    private static String line(String jail, String address) {
        return "fail2ban.actions: NOTICE [" + jail + "] Ban " + address;
    }

    @Test
    void aBanIsALineOfFail2bansOfTheTimeWhenItBegan() {
        open(Start.HEAD);

        banned("192.0.2.7", "2001:db8::7");

        lines.await(line("sshd", "192.0.2.7"), line("sshd", "2001:db8::7"));
        assertThat(lines.stamps()).containsOnly(Optional.of(NOW.minusSeconds(90)));
        assertThat(lines.isFresh()).isFalse();
    }

    @Test
    void bansByHandCountAndOnlyNewOnesOfAddressesDo() {
        open(Start.HEAD);

        sources.banned(ban("sshd", "192.0.2.1", BanOrigin.FAILURES), true);
        sources.banned(ban("sshd", "192.0.2.2", BanOrigin.ADOPTED), false);
        sources.banned(ban("sshd", "192.0.2.0/24", BanOrigin.NEIGHBOURS), false);
        sources.banned(ban("sshd", "192.0.2.4", BanOrigin.MANUAL), false);

        lines.await(line("sshd", "192.0.2.4"));
    }

    @Test
    void bansOfJailsThatReadBansAreToldToNobody() {
        open(Start.HEAD);
        sources.bindJail(Map.of(Jail.NAME, "recidive"));
        sources.bindJail(Map.of(Jail.NAME, "long", JailConfiguration.FILTER, "recidive[_jailname=long]"));
        sources.bindJail(Map.of(Jail.NAME, "sshd", JailConfiguration.FILTER, "sshd"));
        sources.bindJail(Map.of(Jail.NAME, "changed", JailConfiguration.FILTER, "recidive"));
        sources.updatedJail(Map.of(Jail.NAME, "changed", JailConfiguration.FILTER, "sshd"));

        for (String jail : List.of("recidive", "long", "sshd", "changed")) {
            sources.banned(ban(jail, "192.0.2.7", BanOrigin.FAILURES), false);
        }

        lines.await(line("sshd", "192.0.2.7"), line("changed", "192.0.2.7"));
    }

    @Test
    void aJailThatIsGoneIsForgotten() {
        open(Start.HEAD);
        sources.bindJail(Map.of(Jail.NAME, "x", JailConfiguration.FILTER, "recidive"));
        sources.unbindJail(Map.of(Jail.NAME, "x", JailConfiguration.FILTER, "recidive"));

        sources.banned(ban("x", "192.0.2.7", BanOrigin.FAILURES), false);

        lines.await(line("x", "192.0.2.7"));
    }

    @Test
    void aSimulatingJailBansNobody() {
        open(Start.HEAD);
        sources.stateChanged("sshd", JailState.SIMULATING, "");
        banned("192.0.2.7");
        sources.stateChanged("sshd", JailState.ACTIVE, "");

        banned("192.0.2.8");

        lines.await(line("sshd", "192.0.2.8"));
    }

    @Test
    void aJailsNameMakesNoSecondLine() {
        open(Start.HEAD);

        sources.banned(ban("x\ny", "192.0.2.7", BanOrigin.FAILURES), false);

        assertThat(lines.next()).doesNotContain("\n").endsWith("] Ban 192.0.2.7");
    }

    @Test
    void whoComesLaterHearsWhatIsKeptAndWhoGoesOnOnlyTheRest() {
        banned("192.0.2.1", "192.0.2.2");
        LogSource first = open(Start.HEAD);
        lines.await(line("sshd", "192.0.2.1"), line("sshd", "192.0.2.2"));
        first.close();
        banned("192.0.2.3");
        open(Start.after(lines.position()));

        lines.await(line("sshd", "192.0.2.3"));
    }

    @Test
    void atTheTailOnlyWhatComesIsTold() {
        banned("192.0.2.1");
        open(Start.TAIL);

        banned("192.0.2.2");

        lines.await(line("sshd", "192.0.2.2"));
    }

    @Test
    void afterARestartPositionsGoOnAlsoWhereTheClockWasSetBack() {
        open(Start.HEAD);
        banned("192.0.2.1");
        lines.await(line("sshd", "192.0.2.1"));
        Position before = lines.position();
        sources.stop();
        sources = sourcesAt(NOW.minusSeconds(3600));

        Position parsed = sources.parsePosition(before.text());
        open(Start.after(parsed));
        banned("192.0.2.2");

        lines.await(line("sshd", "192.0.2.2"));
        assertThat(lines.position()).isGreaterThan(before);
    }

    @Test
    void whatIsNoPositionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sources.parsePosition("s=1;i=2"))
                .withMessage("'s=1;i=2' is not a position among the bans");
    }

    @Test
    void whoHasNoRoomIsAskedAgainAndMissesNothing() {
        lines.answer(Answer.LATER);
        LogSource source = open(Start.HEAD);
        banned("192.0.2.1");
        lines.awaitRefusal();
        banned("192.0.2.2");
        assertThat(source.status().lagBytes())
                .isEqualTo(line("sshd", "192.0.2.1").length() * 2L);

        lines.answer(Answer.TAKEN);
        source.resume();

        lines.await(line("sshd", "192.0.2.1"), line("sshd", "192.0.2.2"));
    }

    @Test
    void whatIsNotTakenForTooLongIsCountedAsLost() {
        lines.answer(Answer.LATER);
        LogSource source = open(Start.HEAD);
        banned("192.0.2.1");
        lines.awaitRefusal();
        banned("192.0.2.2", "192.0.2.3", "192.0.2.4", "192.0.2.5", "192.0.2.6", "192.0.2.7");
        lines.answer(Answer.TAKEN);
        source.resume();
        lines.await(
                line("sshd", "192.0.2.3"),
                line("sshd", "192.0.2.4"),
                line("sshd", "192.0.2.5"),
                line("sshd", "192.0.2.6"),
                line("sshd", "192.0.2.7"));

        assertThat(source.status().errorsTotal()).isEqualTo(2);
        assertThat(source.status().reason()).startsWith("2 bans of other jails were not counted: ");
        assertThat(source.status().state()).isEqualTo(SourceStatus.State.READING);
    }

    @Test
    void aNewcomerHasLostNothing() {
        banned("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4", "192.0.2.5", "192.0.2.6");

        LogSource source = open(Start.HEAD);

        assertThat(lines.next()).isEqualTo(line("sshd", "192.0.2.2"));
        assertThat(source.status().reason()).isEmpty();
        assertThat(source.status().errorsTotal()).isZero();
    }

    @Test
    void aConsumersFaultKeepsTheLines() {
        lines.fail();
        LogSource source = open(Start.HEAD);
        banned("192.0.2.1");
        lines.awaitRefusal();
        lines.answer(Answer.TAKEN);

        source.resume();

        lines.await(line("sshd", "192.0.2.1"));
        // Opening wakes the thread too, so it may have tried twice by then.
        assertThat(source.status().errorsTotal()).isBetween(1L, 2L);
    }

    @Test
    void theOneStreamIsThereWhateverThePattern() throws Exception {
        Streams streams = new Streams();

        assertThat(sources.discover("whatever", streams).problem()).isEmpty();

        assertThat(streams.appeared()).containsExactly("bans");
    }
}
