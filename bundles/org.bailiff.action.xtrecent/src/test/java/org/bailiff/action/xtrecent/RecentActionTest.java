// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.action.ActionListener;
import org.bailiff.api.action.ActionSpec;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.BanAction;
import org.bailiff.api.action.Notice;
import org.bailiff.text.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With an ordinary file in place of the list: it holds the last change. */
class RecentActionTest {
    @TempDir
    Path root;

    private final RecentActionFactory factory = new RecentActionFactory();

    @AfterEach
    void stop() {
        factory.deactivate();
    }

    private BanAction action(Map<String, String> parameters) {
        return factory.create(
                new ActionSpec("sshd", "xt_recent", parameters, false, "jail.local:3"), new DeafListener());
    }

    private BanAction action() {
        return action(Map.of("root", root.toString()));
    }

    private static Ban ban(String target) {
        Instant since = Instant.parse("2026-11-01T12:00:00Z");
        return new Ban(
                "id",
                "sshd",
                Network.parse(target),
                since,
                Optional.empty(),
                1,
                BanOrigin.FAILURES,
                "bailiff",
                "",
                List.of());
    }

    @Test
    void aBanIsWrittenInItsNormalForm() throws IOException {
        Path list = Files.createFile(root.resolve("bailiff-sshd"));
        BanAction action = action();

        assertThat(action.ban(ban("2001:DB8:0:0::7")).inForce()).isTrue();

        assertThat(Files.readString(list)).startsWith("+2001:db8::7\n");
    }

    @Test
    void whatIsRehearsedIsWrittenNowhereThoughItIsAnsweredAsIfItWere() throws IOException {
        Path list = Files.createFile(root.resolve("bailiff-sshd"));
        ActionSpec spec = new ActionSpec("sshd", "xt_recent", Map.of("root", root.toString()), false, "jail.local:3");

        BanAction action = factory.rehearse(spec, new DeafListener());

        assertThat(action.ban(ban("192.0.2.7")).inForce()).isTrue();
        action.stop(true);
        assertThat(list).isEmptyFile();
    }

    @Test
    void aMissingListIsNotMade() {
        BanAction action = action();

        assertThat(action.ban(ban("192.0.2.7")).inForce()).isFalse();

        assertThat(action.status().state()).isEqualTo(ActionStatus.State.WAITING);
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aNetworkIsNotForAListOfAddresses() throws IOException {
        Path list = Files.createFile(root.resolve("bailiff-sshd"));
        BanAction action = action();
        String before = Files.readString(list);

        assertThat(action.ban(ban("192.0.2.0/24")).reason())
                .isEqualTo(
                        "no list holds the network 192.0.2.0/24; 'networkbans' makes lists of /24 and of /64 networks");
        action.unban(ban("192.0.2.0/24"));

        assertThat(list).hasContent(before);
        assertThat(action.status().entries().pending()).isZero();
    }

    @Test
    void aWrongParameterNamesItsPlace() {
        assertThatThrownBy(() -> action(Map.of("list", "a/b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("jail.local:3: xt_recent[list=a/b]: ");
    }

    private static final class DeafListener implements ActionListener {
        @Override
        public void delisted(Network target) {}

        @Override
        public void evicted(Network target) {}

        @Override
        public void found(Network target) {}

        @Override
        public void noticed(Notice notice) {}

        @Override
        public void stateChanged(ActionStatus status) {}
    }
}
