// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.config.Setting;
import org.bailiff.config.override.OverrideEntry;
import org.bailiff.config.override.Overrides;
import org.bailiff.dialect.Origin;
import org.bailiff.text.SafeText;

/**
 * Says in words what differs between two configurations: one line a change, behind the name of what it is about, in the
 * order of the names; what {@code bailiff.conf} says comes first.
 */
final class Changes {
    private static final int SHOWN = 80;
    private static final String DAEMON = "bailiff.conf";
    private static final String UNSET = "not set";

    private final Path etc;
    private final List<String> ofDaemon = new ArrayList<>();
    private final SortedMap<String, List<String>> ofJails = new TreeMap<>();

    private Changes(Path etc) {
        this.etc = etc;
    }

    /**
     * What differs.
     *
     * @param etc the folder of the configuration: places in it are named without it
     */
    static Changes between(Path etc, Loaded before, Loaded after) {
        Changes changes = new Changes(etc);
        changes.daemon(before.daemon().values(), after.daemon().values());
        SortedSet<String> names = new TreeSet<>(before.jails().keySet());
        names.addAll(after.jails().keySet());
        names.forEach(name ->
                changes.jail(name, before.jails().get(name), after.jails().get(name)));
        return changes;
    }

    /** Which jails are new, gone or changed. */
    Collection<String> jails() {
        return List.copyOf(ofJails.keySet());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(ofDaemon);
        ofJails.values().forEach(lines::addAll);
        return lines;
    }

    private void daemon(Map<DaemonKey, Setting> before, Map<DaemonKey, Setting> after) {
        for (DaemonKey key : DaemonKey.values()) {
            Setting old = before.get(key);
            Setting now = after.get(key);
            if (!hasSameValue(old, now)) {
                ofDaemon.add(DAEMON + ": " + change(key.key(), old, now)
                        + (key.actsOnStart() ? "; it acts when the daemon is started anew" : ""));
            }
        }
    }

    private void jail(String name, JailConfiguration before, JailConfiguration after) {
        if (before == null) {
            add(name, "new, " + (works(after) ? "enabled" + place(after.origin(JailKeys.ENABLED)) : "disabled"));
        } else if (after == null) {
            add(name, works(before) ? "gone, and whom it has banned is let in" : "gone");
        } else {
            SortedSet<String> keys = new TreeSet<>(before.settings().keySet());
            keys.addAll(after.settings().keySet());
            keys.remove(JailConfiguration.ERROR);
            for (String key : keys) {
                Setting old = before.settings().get(key);
                Setting now = after.settings().get(key);
                if (!hasSameValue(old, now)) {
                    add(name, change(key, old, now));
                }
            }
            after.value(JailConfiguration.ERROR)
                    .filter(error ->
                            !before.value(JailConfiguration.ERROR).equals(after.value(JailConfiguration.ERROR)))
                    .filter(error -> works(after))
                    .ifPresent(error -> staysAsItWas(name, error));
        }
    }

    /**
     * Names the values of the files that changed, and count as little as before, because something else was set at run time.
     *
     * @param before what the files said, without overrides
     * @param after what they say, without overrides
     */
    void hidden(Overrides overrides, Loaded before, Loaded after) {
        for (OverrideEntry override : overrides.entries()) {
            JailConfiguration old = before.jails().get(override.jail());
            JailConfiguration now = after.jails().get(override.jail());
            if (old != null && now != null) {
                Setting oldSetting = old.settings().get(override.key());
                Setting newSetting = now.settings().get(override.key());
                if (!hasSameValue(oldSetting, newSetting)) {
                    add(
                            override.jail(),
                            change(override.key(), oldSetting, newSetting) + ", but " + shown(override.value())
                                    + " stays in force, the " + override.origin());
                }
            }
        }
    }

    /**
     * Names the jails that go on as they were, because a value that changed is none that they can have. What is wrong with a
     * filter is another matter: that jail fails.
     */
    void refused(List<Problem> problems, Loaded after) {
        for (String name : jails()) {
            JailConfiguration jail = after.jails().get(name);
            if (jail != null
                    && works(jail)
                    && jail.value(JailConfiguration.ERROR).isEmpty()) {
                problems.stream()
                        .filter(problem -> problem.severity() == Severity.ERROR
                                && problem.jail().equals(name))
                        .filter(problem -> isOfValue(problem, jail))
                        .findFirst()
                        .ifPresent(problem -> staysAsItWas(name, problem.message()));
            }
        }
    }

    private static boolean isOfValue(Problem problem, JailConfiguration jail) {
        int colon = problem.message().indexOf(": ");
        String key = colon < 0 ? "" : problem.message().substring(0, colon);
        return jail.settings().containsKey(key) && !JailKeys.isOfFilter(key);
    }

    private void staysAsItWas(String jail, String why) {
        boolean isNew =
                ofJails.getOrDefault(jail, List.of()).stream().anyMatch(line -> line.startsWith(jail + ": new"));
        add(jail, (isNew ? "does not work until this is mended: " : "stays as it was until this is mended: ") + why);
    }

    private void add(String jail, String change) {
        ofJails.computeIfAbsent(jail, first -> new ArrayList<>()).add(jail + ": " + change);
    }

    private static boolean works(JailConfiguration jail) {
        return jail.value(JailKeys.ENABLED).flatMap(YesNo::parse).orElse(true);
    }

    private static boolean hasSameValue(Setting one, Setting other) {
        return one == null || other == null ? one == other : one.value().equals(other.value());
    }

    private String change(String key, Setting before, Setting after) {
        return key + " " + value(before) + " -> " + value(after) + (after == null ? "" : place(after.origin()));
    }

    private static String value(Setting setting) {
        return setting == null ? UNSET : shown(setting.value());
    }

    /** Lines become parts of one: logs, patterns and actions stand one a line. */
    private static String shown(String value) {
        return value.isEmpty() ? "''" : SafeText.of(value.replace("\n", ", "), SHOWN);
    }

    private String place(String origin) {
        Origin place = Origin.parse(origin);
        if (place.line() == 0) {
            return origin.isEmpty() ? "" : " (" + SafeText.of(origin, SHOWN) + ")";
        }
        String file = place.file().startsWith(etc + "/")
                ? place.file().substring(etc.toString().length() + 1)
                : place.file();
        return " (" + SafeText.of(file, SHOWN) + ":" + place.line() + ")";
    }
}
