// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.action.ActionSpec;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.BanAction;
import org.bailiff.api.action.Enforcement;
import org.bailiff.text.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogActionTest {
    /** Held here, as the logging system forgets a logger that nobody holds. */
    private final Logger logger = Logger.getLogger(LogAction.class.getName());

    private final LogLines lines = new LogLines();
    private final BanAction action = create(Map.of());

    private static BanAction create(Map<String, String> parameters) {
        return new LogActionFactory().create(new ActionSpec("sshd", "log", parameters, false, "jail.local:3"), null);
    }

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
        logger.setLevel(Level.FINE);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(lines);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }

    private static Ban ban(Optional<Instant> until) {
        Network target = Network.parse("192.0.2.7");
        Instant since = Instant.parse("2026-11-01T12:00:00Z");
        return new Ban("id", "sshd", target, since, until, 1, BanOrigin.FAILURES, "bailiff", "", List.of());
    }

    @Test
    void aBanAndItsEndAreALineEach() {
        Ban ban = ban(Optional.of(Instant.parse("2026-11-01T12:10:00Z")));

        assertThat(action.ban(ban)).isEqualTo(Enforcement.IN_FORCE);
        action.unban(ban);

        assertThat(lines.texts)
                .containsExactly("sshd: ban 192.0.2.7 until 2026-11-01T12:10:00Z", "sshd: unban 192.0.2.7");
    }

    @Test
    void peopleReadOnlyTheJailsOwnLine() {
        logger.setLevel(Level.INFO);

        action.ban(ban(Optional.empty()));
        action.unban(ban(Optional.empty()));

        assertThat(lines.texts).isEmpty();
    }

    @Test
    void doneTwiceIsLoggedOnce() {
        action.ban(ban(Optional.empty()));
        action.ban(ban(Optional.empty()));
        action.unban(ban(Optional.empty()));
        action.unban(ban(Optional.empty()));

        assertThat(lines.texts).containsExactly("sshd: ban 192.0.2.7 for ever", "sshd: unban 192.0.2.7");
    }

    @Test
    void itCountsAndExplainsWhomItLogged() {
        action.ban(ban(Optional.empty()));

        assertThat(action.status())
                .isEqualTo(new ActionStatus(
                        "log",
                        ActionStatus.State.READY,
                        "",
                        ActionStatus.Entries.unbounded(1),
                        ActionStatus.Totals.NONE));
        assertThat(action.prove(Network.parse("192.0.2.7")).sentence()).isEqualTo("logged as banned");
        assertThat(action.prove(Network.parse("192.0.2.8")).sentence()).isEqualTo("not logged as banned");
    }

    @Test
    void aParameterIsRefused() {
        assertThatThrownBy(() -> create(Map.of("level", "info")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jail.local:3: log has no parameters, and so no 'level'; take it out");
    }

    private static final class LogLines extends Handler {
        private final List<String> texts = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            texts.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
