// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** A list and the names of the jails that want it, in order. */
    public record WantedList(ListSettings settings, List<String> jails) {}

    public static WantedLists of(List<JailConfiguration> jails) {
        Map<Path, WantedList> lists = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (JailConfiguration jail : jails) {
            if (isEnabled(jail)) {
                for (ConfiguredAction list : ConfiguredAction.of(jail)) {
                    list.problem().ifPresent(problem -> problems.add("jail " + jail.name() + ": " + problem));
                    list.settings().stream()
                            .flatMap(settings -> settings.all().stream())
                            .forEach(settings -> add(lists, settings, jail.name(), problems));
                }
            }
        }
        return new WantedLists(List.copyOf(lists.values()), problems);
    }

    private static boolean isEnabled(JailConfiguration jail) {
        return jail.value("enabled").filter(Boolean::parseBoolean).isPresent();
    }

    private static void add(Map<Path, WantedList> lists, ListSettings settings, String jail, List<String> problems) {
        WantedList list = lists.computeIfAbsent(settings.path(), path -> new WantedList(settings, new ArrayList<>()));
        if (list.settings().equals(settings)) {
            list.jails().add(jail);
        } else {
            problems.add("jail " + jail + ": jail " + list.jails().get(0) + " uses the list " + settings.name()
                    + " with other seconds or another capacity; give both the same, or each a list of its own");
        }
    }

    /** The most entries that any of them wants to hold. */
    public int capacity() {
        return lists.stream().mapToInt(list -> list.settings().capacity()).max().orElse(0);
    }
}
