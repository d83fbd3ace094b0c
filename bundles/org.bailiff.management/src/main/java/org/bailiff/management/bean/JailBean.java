// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.openmbean.TabularData;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.management.show.BanTable;
import org.bailiff.management.show.BanText;
import org.bailiff.management.show.CutOffTable;
import org.bailiff.management.show.LineExplanationText;
import org.bailiff.management.show.StatusJson;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** Answers one call for a jail: what is read of it is of one moment. Used by one thread. */
public final class JailBean implements JailMBean {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final String YES = "true";
    private static final String NO = "false";

    private final Jail jail;
    private final Means means;
    /** Null until it is asked for. */
    private JailStatus status;

    public JailBean(Jail jail, Means means) {
        this.jail = jail;
        this.means = means;
    }

    private JailStatus status() {
        if (status == null) {
            status = jail.status();
        }
        return status;
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
        return switch (status().state()) {
            case WAITING, FAILED -> 0;
            case ACTIVE -> status().reason().isEmpty() ? 1 : 0;
            case SIMULATING, PAUSED, DISABLED -> 1;
        };
    }

    @Override
    public String getFilter() {
        return SafeText.of(status().filter());
    }

    @Override
    public String getActions() {
        String actions = status().actions().stream()
                .map(action -> action.name() + " " + action.state())
                .collect(Collectors.joining(", "));
        return SafeText.of(actions);
    }

    @Override
    public long getBanTimeSeconds() {
        return status().banTime().toSeconds();
    }

    @Override
    public void setBanTimeSeconds(long seconds) {
        set("bantime", Long.toString(seconds));
    }

    @Override
    public long getFindTimeSeconds() {
        return status().findTime().toSeconds();
    }

    @Override
    public void setFindTimeSeconds(long seconds) {
        set("findtime", Long.toString(seconds));
    }

    @Override
    public int getMaxRetry() {
        return status().maxRetry();
    }

    @Override
    public void setMaxRetry(int failures) {
        set("maxretry", Integer.toString(failures));
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
    public long getFailuresCurrent() {
        return status().currentlyFailed();
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
    public long getLinesMissedTotal() {
        return status().linesMissed();
    }

    @Override
    public long getLinesIgnoredTotal() {
        return status().linesIgnored();
    }

    @Override
    public long getCutOffsTotal() {
        return status().totalCutOff();
    }

    @Override
    public double getMatchMicrosP99() {
        return status().matchP99().toNanos() / NANOS_PER_MICRO;
    }

    @Override
    public long getTrackedAddressesCurrent() {
        return status().trackedAddresses();
    }

    @Override
    public long getSecondsSinceLastMatch() {
        return status().lastMatch()
                .map(last -> Duration.between(last, means.clock().instant()).toSeconds())
                .orElse(-1L);
    }

    @Override
    public String getStatusJson() {
        return StatusJson.of(jail);
    }

    @Override
    public String explainLine(String line) {
        return LineExplanationText.of(jail.explainLine(line), status(), means.discretion());
    }

    @Override
    public String listCutOffsText() {
        return CutOffTable.text(status().cutOffs());
    }

    @Override
    public TabularData listCutOffs() {
        return CutOffTable.of(status().cutOffs());
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
        return means.wishes().ban(jail, address, seconds, reason);
    }

    @Override
    public String unban(String address) {
        return means.wishes().unban(List.of(jail), address);
    }

    @Override
    public String pause() {
        set("paused", YES);
        return "jail " + jail.name() + " is paused: it reads no lines, its bans hold";
    }

    @Override
    public String resume() {
        set("paused", NO);
        return "jail " + jail.name() + " reads on from where it was";
    }

    @Override
    public String enable() {
        set("enabled", YES);
        return "jail " + jail.name() + " is enabled";
    }

    @Override
    public String disable() {
        set("enabled", NO);
        return "jail " + jail.name() + " is disabled";
    }

    @Override
    public String setSimulating(boolean simulating, boolean dryRun) {
        String what = simulating ? "decides and enforces nothing, and its bans are taken out" : "enforces its bans";
        if (dryRun) {
            boolean already = (status().state() == JailState.SIMULATING) == simulating;
            return already
                    ? "nothing would change: jail " + jail.name() + " is " + status().state()
                    : "jail " + jail.name() + " is " + status().state() + "; afterwards it " + what;
        }
        set("simulate", simulating ? YES : NO);
        return "jail " + jail.name() + " " + what;
    }

    @Override
    public String addIgnored(String cidr) {
        Network target = Arguments.network(cidr);
        means.configuration().change(jail.name(), IgnoredHosts.KEY, value -> new IgnoredHosts(value).with(target));
        return "jail " + jail.name() + " never bans " + target + "; a ban in force does not end by it";
    }

    @Override
    public String removeIgnored(String cidr) {
        Network target = Arguments.network(cidr);
        means.configuration().change(jail.name(), IgnoredHosts.KEY, value -> new IgnoredHosts(value).without(target));
        return target + " is not in the ignore list of jail " + jail.name() + " any more";
    }

    @Override
    public String unset(String key) {
        return means.configuration().unset(jail.name(), Arguments.key(key));
    }

    private void set(String key, String value) {
        means.configuration().set(jail.name(), key, value);
    }
}
