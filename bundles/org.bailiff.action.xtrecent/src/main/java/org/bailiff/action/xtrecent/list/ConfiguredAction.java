// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.dialect.Reference;

/**
 * An {@code xt_recent[...]} in a jail's configuration.
 *
 * @param jail the jail's name
 * @param settings what it says; empty if that is wrong
 * @param problem what is wrong; empty if nothing is
 */
public record ConfiguredAction(String jail, Optional<RecentSettings> settings, Optional<Problem> problem) {
    /** The action's name. */
    public static final String ACTION = "xt_recent";
    /** The jail's key. */
    public static final String KEY = "action";

    private static final Pattern PLACE = Pattern.compile("(?<file>.+):(?<line>\\d{1,9})");

    /** Those of a jail; a jail without any action has one, with nothing but defaults. */
    public static List<ConfiguredAction> of(JailConfiguration jail) {
        String action = jail.value(KEY).filter(value -> !value.isBlank()).orElse(ACTION);
        try {
            return Reference.parseAll(action).stream()
                    .filter(reference -> reference.name().equals(ACTION))
                    .map(reference -> of(jail, reference))
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            return List.of(wrong(jail, unreadable.getMessage()));
        }
    }

    private static ConfiguredAction of(JailConfiguration jail, Reference reference) {
        try {
            RecentSettings settings = RecentSettings.of(jail.name(), reference.parameters(), bansNetworks(jail));
            return new ConfiguredAction(jail.name(), Optional.of(settings), Optional.empty());
        } catch (IllegalArgumentException wrong) {
            return wrong(jail, wrong.getMessage());
        }
    }

    /** A value that is wrong is the jail's to complain of. */
    private static boolean bansNetworks(JailConfiguration jail) {
        try {
            return jail.value(NetworkBans.KEY)
                    .map(NetworkBans::parse)
                    .orElse(NetworkBans.OFF)
                    .isOn();
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    private static ConfiguredAction wrong(JailConfiguration jail, String what) {
        Problem problem = complaint(jail, Problem.Severity.ERROR, what);
        return new ConfiguredAction(jail.name(), Optional.empty(), Optional.of(problem));
    }

    /** What works, probably not as meant. */
    public List<Problem> warnings(JailConfiguration configuration) {
        return settings
                .flatMap(RecentSettings::crowding)
                .map(what -> complaint(configuration, Problem.Severity.WARNING, what))
                .stream()
                .toList();
    }

    private static Problem complaint(JailConfiguration jail, Problem.Severity severity, String what) {
        Matcher place = PLACE.matcher(jail.origin(KEY));
        boolean placed = place.matches();
        return new Problem(
                severity,
                placed ? place.group("file") : "",
                placed ? Integer.parseInt(place.group("line")) : 0,
                jail.name(),
                KEY + ": " + what);
    }
}
