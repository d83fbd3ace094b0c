// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.notification;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bailiff.api.action.Notice;

/** The types of announcements, and what they mean. */
public final class AnnouncementTypes {
    /** What each type means, in a sentence. */
    public static final Map<String, String> MEANINGS = meanings();

    private AnnouncementTypes() {}

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new TreeMap<>();
        meanings.put(Announcement.BAN_ADDED, "A ban is in force.");
        meanings.put(Announcement.BAN_REMOVED, "A ban has ended.");
        meanings.put(Announcement.BANS_HELD, "Bans wait, because all jails have made as many lately as is allowed.");
        meanings.put(Announcement.BAN_NOT_ENFORCED, "A ban is carried out and does not keep its address out.");
        meanings.put(Announcement.BANS_MISSING, "Some bans were missing in the system; they are put back.");
        meanings.put(Announcement.JAIL_STATE, "A jail's state, or the reason for it, has changed.");
        meanings.put(Announcement.LEASES_LAPSED, "Leases ran out: addresses were let in for a while.");
        meanings.put(Announcement.LIST_FLUSHED, "A kernel list, or what an action writes to, was emptied.");
        meanings.put(Announcement.LIST_FOREIGN, "Entries that are not Bailiff's became bans, or were taken out.");
        meanings.put(Announcement.LIST_FULL, "There is no room for another ban.");
        meanings.put(
                Announcement.LIST_REMOVED, "A kernel list, or what an action writes to, was removed or made anew.");
        meanings.put(
                Announcement.SEARCH_CUT_OFF,
                "A regex took too long for a line and was cut off: the first time, and each time the count doubles.");
        meanings.put(Announcement.FILTER_CHANGED, "Another definition of a filter is in force, or none any more.");
        meanings.put(Announcement.FILTER_REFUSED, "A definition was not taken; what was in force stays.");
        meanings.put(Announcement.SOURCE_STATE, "A stream can be read again, or cannot be read.");
        meanings.put(Announcement.STORE_STATE, "What is to survive a crash is kept again, or is not.");
        meanings.put(
                Announcement.CONFIGURATION_CHANGED,
                "A reload has ended, or a setting was changed: another configuration is in force, or was refused.");
        return Collections.unmodifiableMap(meanings);
    }

    /** The types of what is told about a topic of this kind; about the daemon, all are. */
    public static Set<String> about(Topic.Kind kind) {
        Set<String> types = new TreeSet<>(MEANINGS.keySet());
        if (kind != Topic.Kind.DAEMON) {
            types.removeIf(type -> kindOf(type) != kind);
        }
        return types;
    }

    private static Topic.Kind kindOf(String type) {
        return switch (type) {
            case Announcement.FILTER_CHANGED, Announcement.FILTER_REFUSED -> Topic.Kind.FILTER;
            case Announcement.SOURCE_STATE -> Topic.Kind.SOURCE;
            case Announcement.STORE_STATE -> Topic.Kind.STORE;
            case Announcement.CONFIGURATION_CHANGED -> Topic.Kind.DAEMON;
            default -> Topic.Kind.JAIL;
        };
    }

    /** The type of a notice of this kind. */
    static String of(Notice.Kind kind) {
        return switch (kind) {
            case LIST_REMOVED -> Announcement.LIST_REMOVED;
            case LIST_FLUSHED -> Announcement.LIST_FLUSHED;
            case BANS_MISSING -> Announcement.BANS_MISSING;
            case LIST_FULL -> Announcement.LIST_FULL;
            case LEASES_LAPSED -> Announcement.LEASES_LAPSED;
            case FOREIGN_ENTRIES -> Announcement.LIST_FOREIGN;
            case BANS_HELD -> Announcement.BANS_HELD;
            case NOT_ENFORCED -> Announcement.BAN_NOT_ENFORCED;
        };
    }
}
