// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.store.JailRecord;
import org.bailiff.jail.decision.Decisions;

/** What a jail counts as long as the daemon runs, for all to see: written by the jail's thread, read by any. */
final class Counts {
    /** Of how many lines one is timed. */
    private static final int TIMED = 64;

    private final LinesRead linesRead = new LinesRead();
    private volatile long linesMatched;
    private volatile long linesIgnored;
    private volatile long linesMissed;
    private volatile long setAside;
    private volatile String lastFault = "";
    private volatile Instant lastMatch;
    private volatile int currentlyBanned;
    private volatile int trackedAddresses;
    private volatile int buckets;
    private volatile JailRecord.Totals totals = JailRecord.Totals.NONE;
    private volatile Optional<Charset> charset = Optional.empty();
    private String seenAgain = "";
    private int sinceTimed;
    private final Latencies matching = new Latencies();

    void use(Optional<Charset> used) {
        charset = used;
    }

    Optional<Charset> charset() {
        return charset;
    }

    // The jail's thread is the only writer, so reading and writing a count need not be one step.
    void matched(long lines, Instant now) {
        linesMatched = linesMatched + lines;
        lastMatch = now;
    }

    void missed(long lines) {
        linesMissed = linesMissed + lines;
    }

    /** Whether it is to be told how long the next line takes: asked once a line. */
    boolean isTimed() {
        sinceTimed = sinceTimed == TIMED ? 1 : sinceTimed + 1;
        return sinceTimed == 1;
    }

    void timed(Duration matching) {
        this.matching.add(matching);
    }

    void ignored(long lines) {
        linesIgnored = linesIgnored + lines;
    }

    void setAside(Throwable fault) {
        setAside = setAside + 1;
        lastFault = fault.toString();
    }

    void fault(Throwable fault) {
        lastFault = fault.toString();
    }

    /** Whether this ban's target is seen again for the first time, of the last ban that was. */
    boolean firstSeenAgain(Ban ban) {
        boolean first = !ban.id().equals(seenAgain);
        seenAgain = ban.id();
        return first;
    }

    void refresh(Decisions decisions) {
        currentlyBanned = decisions.currentlyBanned();
        trackedAddresses = decisions.trackedAddresses();
        buckets = decisions.buckets();
        totals = decisions.totals();
    }

    /** The jail works no more, until it is enabled again: what it has counted stays. */
    void rest() {
        lastFault = "";
        currentlyBanned = 0;
        trackedAddresses = 0;
        buckets = 0;
    }

    /** How many lines its sources have read, with what these have read by now. Any thread. */
    long linesRead(List<SourceStatus> sources) {
        return linesRead.look(sources);
    }

    long linesMatched() {
        return linesMatched;
    }

    long linesMissed() {
        return linesMissed;
    }

    Duration matchP99() {
        return matching.percentile(0.99);
    }

    long linesIgnored() {
        return linesIgnored;
    }

    Optional<Instant> lastMatch() {
        return Optional.ofNullable(lastMatch);
    }

    int currentlyBanned() {
        return currentlyBanned;
    }

    int trackedAddresses() {
        return trackedAddresses;
    }

    JailRecord.Totals totals() {
        return totals;
    }

    /** What people should know of, although the jail works; empty if nothing. */
    String remark() {
        if (!lastFault.isEmpty()) {
            return setAside + " lines set aside, on which Bailiff failed; the last fault was " + lastFault
                    + "; please report it with the log's entry";
        }
        return buckets == 0
                ? ""
                : "a flood of addresses fills the table of failures: " + buckets + " networks are counted as a whole";
    }
}
