// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.notification;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Something to be told.
 *
 * @param type of the notification
 * @param topic whom it is about
 * @param time when it happened
 * @param words makes its words, when it is told: most of a flood are not, and jails' threads have no time for them
 */
public record Announcement(String type, Topic topic, Instant time, Supplier<Words> words) {
    /** A ban is in force. */
    public static final String BAN_ADDED = "org.bailiff.ban.added";
    /** A ban ended. */
    public static final String BAN_REMOVED = "org.bailiff.ban.removed";
    /** A jail's state or its reason changed. */
    public static final String JAIL_STATE = "org.bailiff.jail.state";
    /** What an action writes to was removed or made anew. */
    public static final String LIST_REMOVED = "org.bailiff.list.removed";
    /** It was emptied. */
    public static final String LIST_FLUSHED = "org.bailiff.list.flushed";
    /** It has no room. */
    public static final String LIST_FULL = "org.bailiff.list.full";
    /** It held entries of others, which became bans or were taken out. */
    public static final String LIST_FOREIGN = "org.bailiff.list.foreign";
    /** Some bans were missing in it. */
    public static final String BANS_MISSING = "org.bailiff.bans.missing";
    /** Leases ran out. */
    public static final String LEASES_LAPSED = "org.bailiff.leases.lapsed";
    /** A regex took too long for a line. */
    public static final String SEARCH_CUT_OFF = "org.bailiff.search.cut.off";
    /** A ban does not keep its target out. */
    public static final String BAN_NOT_ENFORCED = "org.bailiff.ban.not.enforced";
    /** Bans wait for the limit on all jails' bans. */
    public static final String BANS_HELD = "org.bailiff.bans.held";
    /** Another definition of a filter is in force, or none. */
    public static final String FILTER_CHANGED = "org.bailiff.filter.changed";
    /** A definition of a filter was not taken. */
    public static final String FILTER_REFUSED = "org.bailiff.filter.refused";
    /** A stream can be read, or cannot. */
    public static final String SOURCE_STATE = "org.bailiff.source.state";
    /** What is to be remembered through a crash is kept, or is not. */
    public static final String STORE_STATE = "org.bailiff.store.state";
    /** A configuration was loaded or refused, or a setting was changed. */
    public static final String CONFIGURATION_CHANGED = "org.bailiff.configuration.changed";

    /**
     * What it says.
     *
     * @param message one line, safe to show
     * @param details the same for machines; a few short texts, in a map that every JDK can read
     */
    public record Words(String message, Map<String, String> details) {}

    /** One whose words are there already. */
    public Announcement(String type, Topic topic, Instant time, String message, Map<String, String> details) {
        this(type, topic, time, () -> new Words(message, details));
    }
}
