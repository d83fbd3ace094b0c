// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.jail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.BanTime;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.source.SourceStatus;

/**
 * What a jail is and has done, at a moment.
 *
 * @param name the jail's name
 * @param state what it is doing
 * @param reason a sentence that says why, and the mend; empty while ACTIVE without reservation
 * @param filter the filter's name
 * @param sources the streams it reads
 * @param actions what its bans do
 * @param banTime how long it bans
 * @param findTime in which failures count together
 * @param maxRetry how many failures within find time ban
 * @param currentlyFailed how many ids have failures that count now: fail2ban's meaning of the word
 * @param totalFailed failures since its counts began
 * @param currentlyBanned bans in force
 * @param totalBanned bans since its counts began
 * @param trackedAddresses addresses whose failures are counted now
 * @param linesRead lines of its sources
 * @param linesMatched lines with a failure
 * @param linesIgnored lines that an ignoreregex vetoed, and failures of ignored addresses
 * @param lastMatch when a failure was last found, by the clock; empty if never
 * @param linesMissed lines that the filter looked at and found nothing in, since the jail began to work
 * @param matchP99 how long the filter took for a line, 99th percentile of some of the last ones; zero if there were none
 * @param cutOffs the regexes of which searches took too long and were cut off, by all matchers since the jail began to work
 */
public record JailStatus(
        String name,
        JailState state,
        String reason,
        String filter,
        List<SourceStatus> sources,
        List<ActionStatus> actions,
        BanTime banTime,
        Duration findTime,
        int maxRetry,
        long currentlyFailed,
        long totalFailed,
        long currentlyBanned,
        long totalBanned,
        long trackedAddresses,
        long linesRead,
        long linesMatched,
        long linesIgnored,
        Optional<Instant> lastMatch,
        long linesMissed,
        Duration matchP99,
        List<CutOff> cutOffs) {

    public JailStatus {
        sources = List.copyOf(sources);
        actions = List.copyOf(actions);
        cutOffs = List.copyOf(cutOffs);
    }

    /** How many searches were cut off, of all regexes together. */
    public long totalCutOff() {
        return cutOffs.stream().mapToLong(CutOff::count).sum();
    }
}
