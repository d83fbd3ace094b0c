// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bailiff.text.SafeText;

/**
 * Lets so many announcements pass in a second; of the others only the number is told, per topic and type, when the second is
 * over. Used by one thread.
 */
final class Coalescer {
    /** How many announcements pass in a second. */
    static final int LIMIT = 50;

    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final Map<Subject, Long> held = new TreeMap<>();
    private Instant windowStart = Instant.MIN;
    private int passed;

    /** What held announcements are counted by. */
    record Subject(Topic topic, String type) implements Comparable<Subject> {
        static Subject of(Announcement announcement) {
            return new Subject(announcement.topic(), announcement.type());
        }

        @Override
        public int compareTo(Subject other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic != 0 ? byTopic : type.compareTo(other.type);
        }
    }

    /** What is to be told now that this one has come: itself, or nothing. */
    Optional<Announcement> accept(Announcement announcement, Instant now) {
        if (isOver(now) && held.isEmpty()) {
            windowStart = now;
            passed = 0;
        }
        if (passed < LIMIT) {
            passed++;
            return Optional.of(announcement);
        }
        hold(Subject.of(announcement), 1);
        return Optional.empty();
    }

    /** Counts announcements that got lost before they came here. */
    void hold(Subject subject, long count) {
        held.merge(subject, count, Long::sum);
    }

    /** The numbers of those held, if their second is over. */
    List<Announcement> due(Instant now) {
        List<Announcement> summaries = new ArrayList<>();
        if (isOver(now)) {
            held.forEach((subject, count) -> summaries.add(summary(subject, count, now)));
            held.clear();
        }
        return summaries;
    }

    /** Whether there is something to be told when the second is over. */
    boolean holds() {
        return !held.isEmpty();
    }

    /** Also if the clock was set back: nothing is held longer than a second of the clock as it is. */
    private boolean isOver(Instant now) {
        return now.isBefore(windowStart) || !now.isBefore(windowStart.plus(WINDOW));
    }

    private static Announcement summary(Subject subject, long count, Instant now) {
        return new Announcement(
                subject.type(),
                subject.topic(),
                now,
                SafeText.of(subject.topic() + ": " + count + " more of these, too many to tell each"),
                new TreeMap<>(Map.of(
                        subject.topic().kind().key(),
                        SafeText.of(subject.topic().name()),
                        "count",
                        Long.toString(count))));
    }
}
