// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.notification;

import java.util.Locale;

/**
 * Whom an announcement is about.
 *
 * @param kind see {@link Kind}
 * @param name of the jail, the filter or the stream; empty if there is but one
 */
public record Topic(Kind kind, String name) implements Comparable<Topic> {
    /** The daemon as a whole. */
    public static final Topic DAEMON = new Topic(Kind.DAEMON, "");
    /** What remembers jails. */
    public static final Topic STORE = new Topic(Kind.STORE, "");

    /** What it is. */
    public enum Kind {
        DAEMON,
        JAIL,
        FILTER,
        SOURCE,
        STORE;

        /** The key under which details name it. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Topic jail(String name) {
        return new Topic(Kind.JAIL, name);
    }

    public static Topic filter(String name) {
        return new Topic(Kind.FILTER, name);
    }

    public static Topic source(String stream) {
        return new Topic(Kind.SOURCE, stream);
    }

    @Override
    public int compareTo(Topic other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    /** Its name, or else what it is; not yet safe to show. */
    @Override
    public String toString() {
        return name.isEmpty() ? kind.key() : name;
    }
}
