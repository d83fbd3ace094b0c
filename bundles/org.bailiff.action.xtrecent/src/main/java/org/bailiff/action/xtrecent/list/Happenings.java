// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.action.Notice;

/** Counts what happens to a list's entries, and keeps what people are still to be told. Guarded by the list's lock. */
final class Happenings {
    private long evicted;
    private long lapsed;
    private long delisted;
    private boolean removed;
    private int lost;
    private int lapsedLately;

    void evicted(int count) {
        evicted += count;
    }

    void delisted() {
        delisted++;
    }

    /** So many leases had run out when they were renewed. */
    void lapsed(int count) {
        lapsed += count;
        lapsedLately += count;
    }

    /** The list was removed, and with it so many entries. */
    void removed(int entries) {
        removed = true;
        lost += entries;
    }

    long evictedSoFar() {
        return evicted;
    }

    long lapsedSoFar() {
        return lapsed;
    }

    long delistedSoFar() {
        return delisted;
    }

    /** What happened since the last question. */
    List<Notice> news(String list) {
        List<Notice> news = new ArrayList<>();
        if (removed && lost > 0) {
            news.add(new Notice(
                    Notice.Kind.LIST_REMOVED,
                    "the list " + list + " was removed with " + count(lost) + " in it; all that stand under its name"
                            + " again are put back"));
        }
        if (lapsedLately > 0) {
            news.add(new Notice(
                    Notice.Kind.LEASES_LAPSED,
                    count(lapsedLately) + " in the list " + list + " ran out of their lease before it was renewed, and"
                            + " were let in for a while; is the machine overloaded?"));
        }
        removed = false;
        lost = 0;
        lapsedLately = 0;
        return news;
    }

    static String count(int bans) {
        return bans == 1 ? "1 ban" : bans + " bans";
    }
}
