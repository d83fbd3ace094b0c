// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bailiff.action.xtrecent.list.ConfiguredAction;
import org.bailiff.action.xtrecent.list.ListSettings;
import org.bailiff.api.config.JailConfiguration;

/**
 * The lists that enabled jails want, each once.
 *
 * @param lists each with the jails that want it
 * @param problems what is wrong with others, in sentences
 */
public record WantedLists(List<WantedList> lists, List<String> problems) {
    private static final Set<String> YES = Set.of("yes", "true", "on", "1");

    /**
     * A list.
     *
     * @param jails the names of the jails that want it, in order
     * @param ports what its rule covers
     */
    public record WantedList(ListSettings settings, List<String> jails, Ports ports) {
        private WantedList and(WantedList other) {
            return new WantedList(
                    settings,
                    Stream.concat(jails.stream(), other.jails.stream()).toList(),
                    ports.and(other.ports));
        }
    }

    /**
     * @param limited whether the rules are to cover the jails' ports only
     */
    public static WantedLists of(List<JailConfiguration> jails, boolean limited) {
        Map<Path, WantedList> lists = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (JailConfiguration jail : jails) {
            if (isEnabled(jail)) {
                Ports ports = limited ? ports(jail, problems) : Ports.ALL;
                for (ConfiguredAction list : ConfiguredAction.of(jail)) {
                    list.problem().ifPresent(problem -> problems.add("jail " + jail.name() + ": " + problem));
                    list.settings().stream()
                            .flatMap(settings -> settings.all().stream())
                            .map(settings -> new WantedList(settings, List.of(jail.name()), ports))
                            .forEach(wanted -> add(lists, wanted, problems));
                }
            }
        }
        return new WantedLists(List.copyOf(lists.values()), problems);
    }

    /** Whether the jail's configuration, as the files write it, enables it. */
    public static boolean isEnabled(JailConfiguration jail) {
        return jail.value("enabled")
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(YES::contains)
                .isPresent();
    }

    /** If they cannot be understood, all: more is kept out than asked for, not less. */
    private static Ports ports(JailConfiguration jail, List<String> problems) {
        try {
            return Ports.of(jail.value("port"), jail.value("protocol"));
        } catch (IllegalArgumentException wrong) {
            problems.add("jail " + jail.name() + ": " + wrong.getMessage() + "; its rule covers all ports");
            return Ports.ALL;
        }
    }

    private static void add(Map<Path, WantedList> lists, WantedList wanted, List<String> problems) {
        WantedList there = lists.putIfAbsent(wanted.settings().path(), wanted);
        if (there == null) {
            return;
        }
        if (there.settings().equals(wanted.settings())) {
            lists.put(wanted.settings().path(), there.and(wanted));
        } else {
            problems.add(
                    "jail " + wanted.jails().get(0) + ": jail " + there.jails().get(0) + " uses the list "
                            + wanted.settings().name()
                            + " with other seconds or another capacity; give both the same, or each a list of its own");
        }
    }

    /** The most entries that any of them wants to hold. */
    public int capacity() {
        return lists.stream().mapToInt(list -> list.settings().capacity()).max().orElse(0);
    }
}
