// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.notification;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.store.StoreStatus;
import org.bailiff.management.overview.Overview;
import org.bailiff.management.show.FilterTable;
import org.bailiff.text.SafeText;

/**
 * Words what has changed from look to look: of streams, filters, the store and the configuration. What works at the first
 * look is no news; trouble is. Used by one thread.
 */
public final class Changes {
    private final InstantSource clock;
    private final Consumer<Announcement> announcer;
    private Overview before = Overview.EMPTY;
    private boolean healthy = true;
    private Optional<Loaded> loaded = Optional.empty();

    /** How often, and how, the configuration was loaded. */
    private record Loaded(long revision, String result) {}

    public Changes(InstantSource clock, Consumer<Announcement> announcer) {
        this.clock = clock;
        this.announcer = announcer;
    }

    /** What jails read, and what is in force, is now this. */
    public void look(Overview now) {
        now.streams().forEach((name, use) -> source(use.status()));
        now.filters().ifPresent(filters -> filters.values().forEach(this::filter));
        if (now.filters().isPresent()) {
            before.filters().ifPresent(known -> known.keySet().stream()
                    .filter(name -> now.filter(name).isEmpty())
                    .forEach(this::filterGone));
        }
        before = now;
    }

    private void source(SourceStatus now) {
        SourceStatus.State known =
                before.stream(now.stream()).map(use -> use.status().state()).orElse(SourceStatus.State.READING);
        if (now.state() != known) {
            Map<String, String> details = new TreeMap<>();
            details.put("state", now.state().name());
            details.put("reason", SafeText.of(now.reason()));
            String reason = now.reason().isEmpty() ? "" : ": " + now.reason();
            announce(Announcement.SOURCE_STATE, Topic.source(now.stream()), "is " + now.state() + reason, details);
        }
    }

    private void filter(FilterStatus now) {
        Optional<FilterStatus> known = before.filter(now.name());
        boolean changed = before.filters().isPresent()
                && known.map(FilterStatus::revision).orElse(0L) != now.revision()
                // What only appears among those that nobody cares for is no news.
                && (known.isPresent() || now.canRollBack() || before.uses().containsKey(now.name()));
        if (changed) {
            Map<String, String> details = new TreeMap<>();
            details.put("origin", SafeText.of(now.origin()));
            details.put("revision", Long.toString(now.revision()));
            announce(
                    Announcement.FILTER_CHANGED,
                    Topic.filter(now.name()),
                    "another definition is in force, from " + now.origin(),
                    details);
        }
        if (now.refused().isPresent() && !now.refused().equals(known.flatMap(FilterStatus::refused))) {
            Map<String, String> details = new TreeMap<>();
            details.put("origin", SafeText.of(now.refused().get().origin()));
            details.put("reason", FilterTable.refused(now));
            announce(
                    Announcement.FILTER_REFUSED,
                    Topic.filter(now.name()),
                    FilterTable.refused(now) + "; what was in force stays",
                    details);
        }
    }

    private void filterGone(String name) {
        Map<String, String> details = new TreeMap<>(Map.of("origin", "", "revision", ""));
        announce(Announcement.FILTER_CHANGED, Topic.filter(name), "nobody offers it any more", details);
    }

    /** The store is now this. */
    public void look(StoreStatus now) {
        if (now.healthy() != healthy) {
            healthy = now.healthy();
            Map<String, String> details = new TreeMap<>();
            details.put("healthy", Boolean.toString(healthy));
            details.put("reason", SafeText.of(now.reason()));
            String message = healthy ? "keeps everything again" : "does not keep everything: " + now.reason();
            announce(Announcement.STORE_STATE, Topic.STORE, message, details);
        }
    }

    /** The configuration in force has this number, and this is how the last reload ended. */
    public void look(long revision, String result) {
        Loaded now = new Loaded(revision, result);
        if (loaded.isPresent() && !loaded.get().equals(now)) {
            Map<String, String> details = new TreeMap<>();
            details.put("revision", Long.toString(revision));
            details.put("result", SafeText.of(result));
            announce(
                    Announcement.CONFIGURATION_CHANGED,
                    Topic.DAEMON,
                    "configuration " + revision + ": " + result,
                    details);
        }
        loaded = Optional.of(now);
    }

    private void announce(String type, Topic topic, String message, Map<String, String> details) {
        if (!topic.name().isEmpty()) {
            details.put(topic.kind().key(), SafeText.of(topic.name()));
        }
        announcer.accept(new Announcement(type, topic, clock.instant(), SafeText.of(topic + ": " + message), details));
    }
}
