// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bailiff.api.Ban;
import org.bailiff.api.Failure;
import org.bailiff.text.Address;

/** What is counted of one jail. Bounded in memory: what goes beyond is counted, and not listed. Used by one thread. */
final class Tally {
    /** So many bans and addresses are kept of a jail. */
    static final int MOST = 100_000;

    private long lines;
    private long matched;
    private long failures;
    private long ignored;
    private long nameless;
    private long setAside;
    private long bansTotal;
    private final Set<Address> addresses = new HashSet<>();
    private final List<DecidedBan> bans = new ArrayList<>();
    private final Set<String> notes = new TreeSet<>();
    private final Set<String> unread = new TreeSet<>();

    void lines(int count) {
        lines += count;
    }

    void matched() {
        matched++;
    }

    void failure(Failure failure) {
        failures++;
        failure.address().filter(address -> addresses.size() < MOST).ifPresent(addresses::add);
    }

    /** Its address is never banned. */
    void ignored() {
        ignored++;
    }

    /** It names a host and no address. */
    void nameless() {
        nameless++;
    }

    /** A line on which Bailiff failed. */
    void setAside() {
        setAside++;
    }

    void banned(Ban ban) {
        bansTotal++;
        if (bans.size() < MOST) {
            bans.add(DecidedBan.of(ban));
        }
    }

    /** What is to be known of the result; a sentence. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** What should have been read, and could not be; a sentence. */
    void unread(String sentence) {
        unread.add(sentence);
    }

    JailResult result(String jail) {
        List<String> all = new ArrayList<>(notes);
        note(all, nameless, "failures name a host and no address, and ban nobody: nothing is looked up here");
        note(all, setAside, "lines were set aside, on which Bailiff failed");
        note(all, Math.max(0, bansTotal - bans.size()), "further bans are counted, and neither listed nor compared");
        boolean manyAddresses = addresses.size() >= MOST;
        note(all, manyAddresses ? MOST : 0, "addresses are counted, and no more");
        JailResult.Counts counts =
                new JailResult.Counts(lines, matched, failures, ignored, addresses.size(), bansTotal);
        return new JailResult(jail, "", counts, bans, all, List.copyOf(unread));
    }

    private static void note(List<String> notes, long count, String what) {
        if (count > 0) {
            notes.add(count + " " + what);
        }
    }
}
