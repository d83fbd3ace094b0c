// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.config.Setting;
import org.bailiff.api.config.SettingsCheck;
import org.bailiff.config.files.EtcTexts;
import org.bailiff.dialect.Entry;
import org.bailiff.dialect.Nearest;
import org.bailiff.dialect.Origin;
import org.bailiff.dialect.Reference;
import org.bailiff.text.SafeText;

/**
 * Finds what is wrong in a configuration, with the help of all bundles that read keys of jails. Thread-safe. It holds no
 * lock while it asks them.
 */
final class Inspection {
    private final Neighbours neighbours;
    private final boolean plugInsAreMissing;

    Inspection(Neighbours neighbours) {
        this(neighbours, false);
    }

    /**
     * @param plugInsAreMissing whether there are plug-ins that are not started here, any of which may bring a filter
     */
    Inspection(Neighbours neighbours, boolean plugInsAreMissing) {
        this.neighbours = neighbours;
        this.plugInsAreMissing = plugInsAreMissing;
    }

    /** Has the filters be those that lie in their folder now. */
    void refreshFilters() {
        neighbours.lookAtFilters();
    }

    /** What is wrong with {@code bailiff.conf}, by itself and for those it is meant for. An error keeps it from coming into force. */
    List<Problem> daemonProblems(EtcTexts texts) {
        DaemonKeys.Content content = DaemonKeys.read(texts);
        List<Problem> problems = new ArrayList<>(content.problems());
        problems.addAll(daemonProblems(content.settings()));
        return problems;
    }

    /** What does not work of the daemon's areas that are in force. */
    List<Problem> troubles() {
        return neighbours.daemonChecks().stream()
                .flatMap(check -> check.troubles().stream())
                .toList();
    }

    /** Whether it is known what has become of all that {@code bailiff.conf} says. */
    boolean isSettled(DaemonSettings daemon) {
        return neighbours.daemonChecks().stream().allMatch(check -> check.isSettled(daemon.area(check.area())));
    }

    private List<Problem> daemonProblems(DaemonSettings daemon) {
        List<Problem> problems = new ArrayList<>(sharedPlaces(daemon));
        neighbours.daemonChecks().forEach(check -> problems.addAll(check.check(daemon.area(check.area()))));
        return problems;
    }

    /** Two areas cannot listen at one place, and neither of them knows of the other. */
    private static List<Problem> sharedPlaces(DaemonSettings daemon) {
        Map<String, String> places = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        daemon.areas().forEach((area, settings) -> {
            Setting listen = settings.get(DaemonKeys.LISTEN);
            String other =
                    listen == null ? null : places.putIfAbsent(listen.value().strip(), area);
            if (other != null) {
                Origin origin = Origin.parse(listen.origin());
                problems.add(new Problem(
                        Severity.ERROR,
                        origin.file(),
                        origin.line(),
                        "",
                        "'" + area + "." + DaemonKeys.LISTEN + "' is the same as '" + other + "." + DaemonKeys.LISTEN
                                + "'; give each a port of its own"));
            }
        });
        return problems;
    }

    /** All that is wrong, each once. What is only wrong in disabled jails is left out, as it harms nobody. */
    List<Problem> problems(Loaded loaded) {
        List<SettingsCheck> present = neighbours.checks();
        Set<String> filters = neighbours.filters();
        Set<Problem> problems = new LinkedHashSet<>(daemonProblems(loaded.daemon()));
        problems.addAll(troubles());
        problems.addAll(loaded.problems());
        for (JailConfiguration jail : loaded.jails().values()) {
            if (isEnabled(jail)) {
                checkFilter(jail, filters).ifPresent(problems::add);
                // Without the values that cannot be resolved, others would complain of what is not the cause.
                if (jail.value(JailConfiguration.ERROR).isEmpty()) {
                    present.forEach(check -> problems.addAll(check.check(jail)));
                }
            }
        }
        problems.addAll(unread(loaded, present));
        return List.copyOf(problems);
    }

    /** One whose key says neither yes nor no is examined, and then named. */
    private static boolean isEnabled(JailConfiguration jail) {
        return jail.value(JailKeys.ENABLED).flatMap(YesNo::parse).orElse(true);
    }

    private Optional<Problem> checkFilter(JailConfiguration jail, Set<String> filters) {
        return filterName(jail)
                .filter(name -> !filters.contains(name))
                .filter(name -> !isItsOwnFilter(jail))
                .map(name -> problem(
                        plugInsAreMissing ? Severity.WARNING : Severity.ERROR,
                        jail,
                        JailKeys.FILTER,
                        "[" + jail.name() + "]: there is no filter '" + SafeText.of(name, 60) + "'; "
                                + (plugInsAreMissing
                                        ? "a plug-in in deploy/ may bring it, which only the daemon starts; if none does, "
                                        : "")
                                + Nearest.to(name, filters)
                                        .map(nearest -> "did you mean " + nearest + "?")
                                        .orElse("put it into filter.d as " + SafeText.of(name, 60) + ".conf")));
    }

    /** Whether the jail names no filter, and brings the patterns itself. */
    private static boolean isItsOwnFilter(JailConfiguration jail) {
        return jail.value(JailKeys.FILTER).filter(name -> !name.isBlank()).isEmpty()
                && jail.value("failregex").filter(regex -> !regex.isBlank()).isPresent();
    }

    /** The name of the filter; empty if it is written wrongly, which others say. A jail without the key uses its own. */
    private static Optional<String> filterName(JailConfiguration jail) {
        try {
            String written =
                    jail.value(JailKeys.FILTER).filter(name -> !name.isBlank()).orElse(jail.name());
            return Optional.of(Reference.parse(written).name());
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static Problem problem(Severity severity, JailConfiguration jail, String key, String message) {
        Origin origin = Origin.parse(jail.origin(key));
        return new Problem(severity, origin.file(), origin.line(), jail.name(), message);
    }

    private static List<Problem> unread(Loaded loaded, List<SettingsCheck> present) {
        Set<String> read = new HashSet<>(Set.of(JailKeys.ENABLED, JailKeys.FILTER));
        present.forEach(check -> read.addAll(check.keys()));
        Set<String> known = new TreeSet<>(JailKeys.all());
        known.addAll(read);
        known.addAll(loaded.interpolated());
        List<Problem> problems = new ArrayList<>();
        loaded.written().forEach((section, entries) -> entries.stream()
                .filter(entry -> !read.contains(entry.key()))
                .filter(entry -> !loaded.interpolated().contains(entry.key()))
                .filter(entry -> !JailKeys.isNeedless(entry.key()))
                .filter(entry -> !entry.value().isBlank())
                .filter(entry -> matters(loaded, section, entry))
                .forEach(entry -> problems.add(unread(section, entry, known))));
        return problems;
    }

    /** Whether anybody could miss the key: what is only without effect in a disabled jail is nobody's concern yet. */
    private static boolean matters(Loaded loaded, String section, Entry entry) {
        boolean known = JailKeys.whyWithoutEffect(entry.key()).isPresent();
        if (known && YesNo.parse(entry.value()).filter(yes -> !yes).isPresent()) {
            return false;
        }
        JailConfiguration jail = loaded.jails().get(section);
        return !known || jail == null || isEnabled(jail);
    }

    private static Problem unread(String section, Entry entry, Set<String> known) {
        String key = "'" + SafeText.of(entry.key(), 60) + "'";
        String message = JailKeys.whyWithoutEffect(entry.key())
                .map(why -> key + " has no effect: " + why)
                .orElseGet(() -> key + " is read by nobody; "
                        + Nearest.to(entry.key(), known)
                                .map(nearest -> "did you mean " + nearest + "?")
                                .orElse("remove it"));
        String jail = section.equals("DEFAULT") ? "" : section;
        return new Problem(
                Severity.WARNING, entry.origin().file(), entry.origin().line(), jail, message);
    }
}
