// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.bailiff.api.Caller;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.jail.IgnoreList;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/**
 * Whom no jail bans, as it was said at run time. A change is in force first and on disk right after; one that cannot be
 * kept says so, and stays in force. Thread-safe; {@code this} guards the entries.
 */
public final class CommonIgnoreList implements IgnoreList {
    private static final int MOST = 10_000;
    private static final int COMMENT_LIMIT = 200;
    private static final int CALLER_LIMIT = 100;
    private static final String DONE = "done";

    private final KeptEntries kept;
    private final CommonEntries shown;
    private final InstantSource clock;
    private final Audit audit;
    private final NavigableMap<Network, Entry> entries = new TreeMap<>();

    private CommonIgnoreList(KeptEntries kept, CommonEntries shown, InstantSource clock, Audit audit) {
        this.kept = kept;
        this.shown = shown;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Takes up what was kept in the file, and shows it to the jails.
     *
     * @param shown what the jails ask
     */
    public static CommonIgnoreList open(Path file, CommonEntries shown, InstantSource clock, Audit audit) {
        CommonIgnoreList list = new CommonIgnoreList(KeptEntries.open(file), shown, clock, audit);
        list.kept.entries().forEach(entry -> list.entries.put(entry.target(), entry));
        shown.lost(list.kept.problems());
        list.show();
        return list;
    }

    private void show() {
        shown.show(entries.values().stream()
                .map(entry -> new IgnoreEntry(
                        entry.target(), entry.until(), "ignored in all jails by " + entry.by() + ":", entry.comment()))
                .toList());
    }

    @Override
    public synchronized List<Entry> entries() {
        forgetEnded();
        return List.copyOf(entries.values());
    }

    private void forgetEnded() {
        Instant now = clock.instant();
        entries.values()
                .removeIf(
                        entry -> entry.until().filter(end -> !now.isBefore(end)).isPresent());
    }

    @Override
    public synchronized void add(Network target, String comment, Optional<Instant> until, Caller caller) {
        forgetEnded();
        String before = text(entries.get(target));
        Optional<String> objection = objection(target, until, caller);
        if (objection.isPresent()) {
            audit.record(caller, "ignore", target.toString(), before, before, objection.get());
            throw new IllegalArgumentException(objection.get());
        }
        Entry entry = new Entry(
                target,
                SafeText.of(comment.strip(), COMMENT_LIMIT),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                until,
                SafeText.of(caller.toString(), CALLER_LIMIT));
        entries.put(target, entry);
        show();
        keep(caller, "ignore", target, before, "it is in force, but could not be kept for the next start: ");
    }

    private Optional<String> objection(Network target, Optional<Instant> until, Caller caller) {
        Optional<String> tooLarge = Largest.objection(target, caller.role());
        if (tooLarge.isPresent()) {
            return tooLarge;
        }
        if (until.filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            return Optional.of("the end " + until.get() + " is not in the future; name a later one, or none");
        }
        return entries.size() >= MOST && !entries.containsKey(target)
                ? Optional.of(
                        "there are " + MOST + " entries, and no more are taken; take some out with 'bailiff unignore',"
                                + " or put whole networks in")
                : Optional.empty();
    }

    @Override
    public synchronized boolean remove(Network target, Caller caller) {
        forgetEnded();
        Entry before = entries.remove(target);
        if (before == null) {
            return false;
        }
        show();
        keep(
                caller,
                "unignore",
                target,
                text(before),
                "it is out of force, but that could not be kept, and the next start would have it again: ");
        return true;
    }

    private void keep(Caller caller, String what, Network target, String before, String otherwise) {
        String outcome = DONE;
        try {
            kept.save(entries.values());
        } catch (IOException notKept) {
            outcome = otherwise + notKept.getMessage();
            throw new IllegalStateException(outcome, notKept);
        } finally {
            audit.record(caller, what, target.toString(), before, text(entries.get(target)), outcome);
        }
    }

    private static String text(Entry entry) {
        return entry == null
                ? ""
                : entry.until().map(end -> "until " + end).orElse("for ever")
                        + (entry.comment().isEmpty() ? "" : ", '" + entry.comment() + "'");
    }
}
