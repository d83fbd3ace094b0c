// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.config.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the targets what they do not have yet, and takes away what is gone: first the areas of the daemon, then the jails.
 * What failed is tried again the next time. Not thread-safe: its owner locks.
 */
final class Handover {
    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    private final ConfigurationTargets targets;
    private final Map<String, Map<String, Setting>> areas = new TreeMap<>();
    private final Map<String, JailConfiguration> jails = new TreeMap<>();
    private List<Problem> failures = new ArrayList<>();

    /** Says something to a target. */
    private interface Step {
        void run() throws IOException;
    }

    /** Asks a target what it has. */
    private interface Question {
        Set<String> ask() throws IOException;
    }

    Handover(ConfigurationTargets targets) {
        this.targets = targets;
    }

    /** Hands over what is different; what could not be, a problem each. */
    List<Problem> handOver(Loaded loaded) {
        failures = new ArrayList<>();
        handOverAreas(loaded.daemon().areas());
        handOverJails(loaded.jails());
        return failures;
    }

    /** Whether the target has this configuration of its jail. */
    boolean has(JailConfiguration jail) {
        return Objects.equals(jails.get(jail.name()), jail);
    }

    private void handOverAreas(Map<String, Map<String, Setting>> wanted) {
        gone(areas.keySet(), () -> targets.areas().names(), wanted.keySet(), "bailiff.conf")
                .forEach(area -> attempt("", ofArea(area), () -> {
                    targets.areas().remove(area);
                    areas.remove(area);
                }));
        // First those that give up a port, then those that want it.
        List<String> order = new ArrayList<>(wanted.keySet());
        order.sort(Comparator.comparing(area -> wantsAnothersPlace(area, wanted.get(area))));
        order.forEach(area -> {
            Map<String, Setting> settings = wanted.get(area);
            if (!settings.equals(areas.get(area))) {
                attempt("", ofArea(area), () -> {
                    targets.areas().put(area, settings);
                    areas.put(area, settings);
                });
            }
        });
    }

    private boolean wantsAnothersPlace(String area, Map<String, Setting> settings) {
        Optional<String> place = place(settings);
        return place.isPresent()
                && areas.entrySet().stream()
                        .anyMatch(other -> !other.getKey().equals(area)
                                && place(other.getValue()).equals(place));
    }

    private static Optional<String> place(Map<String, Setting> settings) {
        return Optional.ofNullable(settings.get(DaemonKeys.LISTEN))
                .map(listen -> listen.value().strip());
    }

    private void handOverJails(Map<String, JailConfiguration> wanted) {
        gone(jails.keySet(), () -> targets.jails().names(), wanted.keySet(), "the jails")
                .forEach(name -> attempt(name, ofJail(name), () -> {
                    targets.jails().remove(name);
                    jails.remove(name);
                }));
        wanted.values().stream()
                .filter(jail -> !has(jail))
                .forEach(jail -> attempt(jail.name(), ofJail(jail.name()), () -> {
                    targets.jails().put(jail);
                    jails.put(jail.name(), jail);
                }));
    }

    private Set<String> gone(Set<String> known, Question there, Set<String> wanted, String what) {
        Set<String> gone = new HashSet<>(known);
        attempt("", what, () -> gone.addAll(there.ask()));
        gone.removeAll(wanted);
        return gone;
    }

    private static String ofArea(String area) {
        return "bailiff.conf's keys " + area + ".*";
    }

    private static String ofJail(String name) {
        return "jail '" + name + "'";
    }

    private void attempt(String jail, String what, Step step) {
        try {
            step.run();
        } catch (IOException failure) {
            String sentence = "the configuration of " + what + " could not be stored: " + failure.getMessage()
                    + "; make room on the disk, and do it again";
            LOG.error("{}", sentence, failure);
            failures.add(new Problem(Severity.ERROR, "", 0, jail, sentence));
        }
    }
}
