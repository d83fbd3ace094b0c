// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.openmbean.TabularData;
import org.bailiff.api.config.Settings;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;
import org.bailiff.text.SafeText;

/** Answers for the daemon. Thread-safe. */
final class DaemonBean implements DaemonMBean {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Jails jails;
    private final ConfigurationAccess configuration;
    private final Wishes wishes;
    private final InstantSource clock;

    DaemonBean(Jails jails, ConfigurationAccess configuration, Wishes wishes, InstantSource clock) {
        this.jails = jails;
        this.configuration = configuration;
        this.wishes = wishes;
        this.clock = clock;
    }

    @Override
    public String getState() {
        return jails.status().state().name();
    }

    @Override
    public String getStateReason() {
        return SafeText.of(jails.status().reason());
    }

    @Override
    public int getHealthy() {
        return jails.status().state() == DaemonStatus.State.RUNNING ? 1 : 0;
    }

    @Override
    public String getVersion() {
        return SafeText.of(jails.status().version());
    }

    @Override
    public long getUptimeSeconds() {
        return uptime().toSeconds();
    }

    private Duration uptime() {
        return Duration.between(jails.status().startedAt(), clock.instant());
    }

    @Override
    public long getConfigRevision() {
        return configuration.read(Settings::revision, 0L);
    }

    @Override
    public String getLastReloadResult() {
        return SafeText.of(configuration.read(Settings::lastReloadResult, ""));
    }

    @Override
    public int getJailsCurrent() {
        return jails.status().jails();
    }

    @Override
    public long getBannedCurrent() {
        return jails.status().currentlyBanned();
    }

    @Override
    public long getBannedTotal() {
        return jails.status().totalBanned();
    }

    @Override
    public long getFailuresTotal() {
        return jails.status().totalFailed();
    }

    @Override
    public long getLinesReadTotal() {
        return jails.status().linesRead();
    }

    @Override
    public long getLinesMatchedTotal() {
        return jails.status().linesMatched();
    }

    @Override
    public long getLinesCutTotal() {
        return jails.status().linesCut();
    }

    @Override
    public double getDetectionToBanMillisP50() {
        return jails.status().detectionToBanP50().toNanos() / NANOS_PER_MILLI;
    }

    @Override
    public double getDetectionToBanMillisP99() {
        return jails.status().detectionToBanP99().toNanos() / NANOS_PER_MILLI;
    }

    @Override
    public String getStatusText() {
        return StatusText.of(jails.status(), uptime(), jails.all());
    }

    @Override
    public String getStatusJson() {
        return StatusJson.of(jails.status(), jails.all());
    }

    @Override
    public String listBansText(String jail, int limit) {
        return BanText.of(someOrAll(jail), limit);
    }

    @Override
    public TabularData listBans(String jail, int offset, int limit) {
        return BanTable.of(someOrAll(jail), offset, limit);
    }

    @Override
    public String explainBan(String address) {
        return ExplanationText.of(jails.all(), Arguments.address(address));
    }

    @Override
    public String getConfigText() {
        return configuration.text(jails.all());
    }

    @Override
    public String ban(String address, String jail, long seconds, String reason) {
        Arguments.network(address);
        return wishes.ban(one(jail), address, seconds, reason);
    }

    @Override
    public String unban(String address, String jail) {
        Arguments.network(address);
        return wishes.unban(someOrAll(jail), address);
    }

    @Override
    public String unbanAll(String jail, boolean dryRun) {
        return wishes.unbanAll(someOrAll(jail), dryRun);
    }

    @Override
    public String reload(boolean dryRun) {
        return configuration.reload(dryRun);
    }

    private List<Jail> someOrAll(String name) {
        return name.isBlank() ? jails.all() : List.of(one(name));
    }

    private Jail one(String name) {
        return jails.find(name.strip()).orElseThrow(() -> new IllegalArgumentException(noSuchJail(name)));
    }

    private String noSuchJail(String name) {
        String names = jails.all().stream().map(Jail::name).collect(Collectors.joining(", "));
        return "there is no jail " + Arguments.quoted(name) + "; "
                + (names.isEmpty() ? "none is configured" : "there are: " + SafeText.of(names));
    }
}
