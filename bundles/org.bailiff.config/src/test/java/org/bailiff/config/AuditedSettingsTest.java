// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.Caller;
import org.bailiff.config.files.EtcFolder;
import org.bailiff.config.override.OverridesFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditedSettingsTest {
    private final List<String> trail = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private AuditedSettings settings;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        Tree etc = new Tree(folder).file("jail.conf", "[sshd]", "maxretry = 5");
        FakeNeighbours neighbours = new FakeNeighbours();
        neighbours.audit = (caller, what, subject, before, after, outcome) ->
                trail.add(String.join("|", caller.toString(), what, subject, before, after, outcome));
        MovableClock clock = new MovableClock();
        LiveSettings live = new LiveSettings(
                new EtcWatch(new EtcFolder(etc.path()), clock),
                OverridesFile.open(folder.resolve("overrides.conf"), clock),
                new Handover(new ConfigurationTargets(new FakeAreaConfigurations(), new FakeJailConfigurations())),
                new Inspection(neighbours));
        live.start();
        settings = new AuditedSettings(live, neighbours::audit, logged::add);
    }

    @Test
    void changesLeaveATrailWithOldAndNewValue() {
        settings.set("sshd", "maxretry", "3", Caller.DAEMON);
        settings.unset("sshd", "maxretry", Caller.DAEMON);
        settings.unset("sshd", "paused", Caller.DAEMON);
        settings.reload(true, Caller.DAEMON);
        settings.reload(false, Caller.DAEMON);

        assertThat(trail)
                .containsExactly(
                        "bailiff (daemon)|set|sshd maxretry|5|3|done",
                        "bailiff (daemon)|unset|sshd maxretry|3|5|done",
                        "bailiff (daemon)|unset|sshd paused|||done",
                        "bailiff (daemon)|reload||revision 3|revision 3|done");
        assertThat(logged)
                .containsExactly(
                        "set sshd maxretry by bailiff (daemon): '5' -> '3'",
                        "unset sshd maxretry by bailiff (daemon): '3' -> '5'");
    }

    @Test
    void aRefusedChangeLeavesATrailWithTheReason() {
        assertThatThrownBy(() -> settings.set("sshd", "maxretry", "0", Caller.DAEMON))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(trail)
                .containsExactly("bailiff (daemon)|set|sshd maxretry|5|5|maxretry: '0' is not a whole number from 1 to"
                        + " 10000");
    }
}
