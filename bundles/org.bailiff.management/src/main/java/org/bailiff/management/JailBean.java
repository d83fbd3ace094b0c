// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.openmbean.TabularData;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.text.SafeText;

/** Answers for a jail. Thread-safe. */
final class JailBean implements JailMBean {
    private static final String ENABLED = "enabled";

    private final Jail jail;
    private final ConfigurationAccess configuration;
    private final Wishes wishes;
    private final InstantSource clock;

    JailBean(Jail jail, ConfigurationAccess configuration, Wishes wishes, InstantSource clock) {
        this.jail = jail;
        this.configuration = configuration;
        this.wishes = wishes;
        this.clock = clock;
    }

    @Override
    public String getState() {
        return jail.status().state().name();
    }

    @Override
    public String getStateReason() {
        return SafeText.of(jail.status().reason());
    }

    @Override
    public int getHealthy() {
        JailStatus status = jail.status();
        return switch (status.state()) {
            case WAITING, FAILED -> 0;
            case ACTIVE -> status.reason().isEmpty() ? 1 : 0;
            case SIMULATING, PAUSED, DISABLED -> 1;
        };
    }

    @Override
    public String getFilter() {
        return SafeText.of(jail.status().filter());
    }

    @Override
    public String getActions() {
        String actions = jail.status().actions().stream()
                .map(action -> action.name() + " " + action.state())
                .collect(Collectors.joining(", "));
        return SafeText.of(actions);
    }

    @Override
    public long getBanTimeSeconds() {
        return jail.status().banTime().toSeconds();
    }

    @Override
    public void setBanTimeSeconds(long seconds) {
        configuration.set(jail.name(), "bantime", Long.toString(seconds));
    }

    @Override
    public long getFindTimeSeconds() {
        return jail.status().findTime().toSeconds();
    }

    @Override
    public void setFindTimeSeconds(long seconds) {
        configuration.set(jail.name(), "findtime", Long.toString(seconds));
    }

    @Override
    public int getMaxRetry() {
        return jail.status().maxRetry();
    }

    @Override
    public void setMaxRetry(int failures) {
        configuration.set(jail.name(), "maxretry", Integer.toString(failures));
    }

    @Override
    public long getBannedCurrent() {
        return jail.status().currentlyBanned();
    }

    @Override
    public long getBannedTotal() {
        return jail.status().totalBanned();
    }

    @Override
    public long getFailuresCurrent() {
        return jail.status().currentlyFailed();
    }

    @Override
    public long getFailuresTotal() {
        return jail.status().totalFailed();
    }

    @Override
    public long getLinesReadTotal() {
        return jail.status().linesRead();
    }

    @Override
    public long getLinesMatchedTotal() {
        return jail.status().linesMatched();
    }

    @Override
    public long getLinesIgnoredTotal() {
        return jail.status().linesIgnored();
    }

    @Override
    public long getCutOffsTotal() {
        return jail.status().totalCutOff();
    }

    @Override
    public String listCutOffsText() {
        return CutOffTable.text(jail.status().cutOffs());
    }

    @Override
    public TabularData listCutOffs() {
        return CutOffTable.of(jail.status().cutOffs());
    }

    @Override
    public long getTrackedAddressesCurrent() {
        return jail.status().trackedAddresses();
    }

    @Override
    public long getSecondsSinceLastMatch() {
        return jail.status()
                .lastMatch()
                .map(last -> Duration.between(last, clock.instant()).toSeconds())
                .orElse(-1L);
    }

    @Override
    public String listBansText(int limit) {
        return BanText.of(List.of(jail), limit);
    }

    @Override
    public TabularData listBans(int offset, int limit) {
        return BanTable.of(List.of(jail), offset, limit);
    }

    @Override
    public String ban(String address, long seconds, String reason) {
        return wishes.ban(jail, address, seconds, reason);
    }

    @Override
    public String unban(String address) {
        return wishes.unban(List.of(jail), address);
    }

    @Override
    public String enable() {
        configuration.set(jail.name(), ENABLED, "true");
        return "jail " + jail.name() + " is enabled";
    }

    @Override
    public String disable() {
        configuration.set(jail.name(), ENABLED, "false");
        return "jail " + jail.name() + " is disabled";
    }

    @Override
    public String unset(String key) {
        return configuration.unset(jail.name(), key);
    }
}
