// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.management.openmbean.TabularData;
import org.bailiff.api.audit.AuditTrail;
import org.bailiff.api.config.Settings;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;
import org.bailiff.management.show.AuditTable;
import org.bailiff.management.show.BanTable;
import org.bailiff.management.show.BanText;
import org.bailiff.management.show.ExplanationText;
import org.bailiff.management.show.StatusJson;
import org.bailiff.management.show.StatusText;
import org.bailiff.text.SafeText;

/** Answers one call for the daemon: what is read of it is of one moment. Used by one thread. */
public final class DaemonBean implements DaemonMBean {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Jails jails;
    private final Supplier<DaemonStatus> statuses;
    private final Supplier<Optional<AuditTrail>> trail;
    private final Means means;
    /** Null until it is asked for. */
    private DaemonStatus status;

    /**
     * @param statuses what the daemon as a whole is doing, for attributes: at once, whatever the number of jails
     * @param trail what was recorded of changes; may come and go
     */
    public DaemonBean(Jails jails, Supplier<DaemonStatus> statuses, Supplier<Optional<AuditTrail>> trail, Means means) {
        this.jails = jails;
        this.statuses = statuses;
        this.trail = trail;
        this.means = means;
    }

    private DaemonStatus status() {
        if (status == null) {
            status = statuses.get();
        }
        return status;
    }

    private AuditTrail trail() {
        return trail.get()
                .orElseThrow(() -> new IllegalStateException(
                        "the audit trail is not there; see in the log why bundle org.bailiff.store does not run"));
    }

    @Override
    public String getState() {
        return status().state().name();
    }

    @Override
    public String getStateReason() {
        return SafeText.of(status().reason());
    }

    @Override
    public int getHealthy() {
        return status().state() == DaemonStatus.State.RUNNING ? 1 : 0;
    }

    @Override
    public String getVersion() {
        return SafeText.of(status().version());
    }

    @Override
    public long getUptimeSeconds() {
        return uptime().toSeconds();
    }

    private Duration uptime() {
        return Duration.between(status().startedAt(), means.clock().instant());
    }

    @Override
    public long getConfigRevision() {
        return means.configuration().read(Settings::revision, 0L);
    }

    @Override
    public String getLastReloadResult() {
        return SafeText.of(means.configuration().read(Settings::lastReloadResult, ""));
    }

    @Override
    public int getJailsCurrent() {
        return status().jails();
    }

    @Override
    public long getBannedCurrent() {
        return status().currentlyBanned();
    }

    @Override
    public long getBannedTotal() {
        return status().totalBanned();
    }

    @Override
    public long getFailuresTotal() {
        return status().totalFailed();
    }

    @Override
    public long getLinesReadTotal() {
        return status().linesRead();
    }

    @Override
    public long getLinesMatchedTotal() {
        return status().linesMatched();
    }

    @Override
    public long getLinesCutTotal() {
        return status().linesCut();
    }

    @Override
    public double getDetectionToBanMillisP50() {
        return status().detectionToBanP50().toNanos() / NANOS_PER_MILLI;
    }

    @Override
    public double getDetectionToBanMillisP99() {
        return status().detectionToBanP99().toNanos() / NANOS_PER_MILLI;
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
        return new ExplanationText(means.discretion()).of(jails.all(), Arguments.address(address));
    }

    @Override
    public String getConfigText() {
        return means.configuration().text(jails.all());
    }

    @Override
    public String listAuditText(int limit) {
        return AuditTable.text(trail(), limit);
    }

    @Override
    public TabularData listAudit(int offset, int limit) {
        return AuditTable.of(trail(), offset, limit);
    }

    @Override
    public String ban(String address, String jail, long seconds, String reason) {
        Arguments.network(address);
        return means.wishes().ban(one(jail), address, seconds, reason);
    }

    @Override
    public String unban(String address, String jail) {
        Arguments.network(address);
        return means.wishes().unban(someOrAll(jail), address);
    }

    @Override
    public String unbanAll(String jail, boolean dryRun) {
        return means.wishes().unbanAll(someOrAll(jail), dryRun);
    }

    @Override
    public String reload(boolean dryRun) {
        return means.configuration().reload(dryRun);
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
