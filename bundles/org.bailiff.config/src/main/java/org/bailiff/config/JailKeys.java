// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * fail2ban's keys of a jail. A bundle that reads one says so itself; here is what to think of those that none reads.
 */
final class JailKeys {
    static final String ENABLED = "enabled";
    static final String FILTER = "filter";
    static final String ACTION = "action";

    /** What jails are about: a mistake in one of these keeps the jail from working. */
    private static final Set<String> ESSENTIAL = Set.of(
            ENABLED,
            FILTER,
            ACTION,
            "backend",
            "logpath",
            "bantime",
            "findtime",
            "maxretry",
            "ignoreip",
            "ignoreself",
            "usedns",
            "failregex",
            "ignoreregex",
            "prefregex",
            "datepattern",
            "logtimezone");

    private static final Set<String> OF_FILTER =
            Set.of(FILTER, "failregex", "ignoreregex", "prefregex", "datepattern", "maxlines");

    /** Harmless to leave unread: they only serve other values, or actions that Bailiff does without. */
    private static final Set<String> NEEDLESS = Set.of(
            "mode",
            "port",
            "protocol",
            "chain",
            "banaction",
            "banaction_allports",
            "blocktype",
            "destemail",
            "sender",
            "mta",
            "fail2ban_agent",
            "action_",
            "returntype",
            "knocking_url");

    /** What an administrator counts on and would not get, with the reason. */
    private static final Map<String, String> WITHOUT_EFFECT = Map.ofEntries(
            entry(ACTION, "nothing that enforces bans is installed"),
            entry("backend", "the kind of log source follows from logpath"),
            entry("logpath", "nothing that reads logs is installed"),
            entry("logencoding", "lines are read as UTF-8, and as Latin-1 where they are not"),
            entry("logtimezone", "times without a zone are in the zone of the daemon"),
            entry("ignoreself", "the host's own addresses are always ignored"),
            entry("maxlines", "a filter sees one line at a time"),
            entry("journalmatch", "no source for the journal is installed"),
            entry("skip_if_nologs", "a jail whose log is missing waits for it"),
            entry("failregex", "patterns stand in the filter"),
            entry("ignoreregex", "patterns stand in the filter"),
            entry("prefregex", "patterns stand in the filter"),
            entry("datepattern", "patterns stand in the filter"));

    private JailKeys() {}

    /** Whether a value that cannot be resolved is an error even if nobody seems to read it. */
    static boolean isEssential(String key) {
        return ESSENTIAL.contains(key);
    }

    /** Whether the key is one of a filter's that a jail may set itself. */
    static boolean isOfFilter(String key) {
        return OF_FILTER.contains(key);
    }

    /** Whether nobody misses anything if the key is not read. */
    static boolean isNeedless(String key) {
        return NEEDLESS.contains(key) || onlyServesOthers(key);
    }

    /** Whether the key is one of the actions that fail2ban's files keep ready for {@code action} to refer to. */
    static boolean onlyServesOthers(String key) {
        return key.startsWith("action_");
    }

    /** Why a key of fail2ban has no effect here, as long as no bundle reads it. */
    static Optional<String> whyWithoutEffect(String key) {
        return Optional.ofNullable(WITHOUT_EFFECT.get(key));
    }

    /** All that are named here. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>(ESSENTIAL);
        all.addAll(NEEDLESS);
        all.addAll(WITHOUT_EFFECT.keySet());
        return all;
    }
}
