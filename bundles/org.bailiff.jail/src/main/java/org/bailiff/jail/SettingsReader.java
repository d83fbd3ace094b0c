// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bailiff.api.action.ActionSpec;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.dialect.LogZone;
import org.bailiff.dialect.Reference;
import org.bailiff.dialect.TimeSpan;
import org.bailiff.jail.bantime.BanTimesReader;
import org.bailiff.jail.decision.Counting;
import org.bailiff.jail.decision.Thresholds;
import org.bailiff.jail.ignore.IgnoreReader;
import org.bailiff.text.LogEncoding;

/** Reads a jail's configuration key by key, and notes what is wrong with each: all of it, not only the first. */
final class SettingsReader {
    /** The keys of a filter definition that a jail may set itself. */
    private static final Set<String> OVERRIDES =
            Set.of("failregex", "ignoreregex", "datepattern", "maxlines", "prefregex");

    /** The keys that this bundle reads. */
    static final Set<String> KEYS = all(
            BanTimesReader.KEYS,
            IgnoreReader.KEYS,
            Set.of(
                    "enabled",
                    "filter",
                    "backend",
                    "logpath",
                    "journalmatch",
                    "logencoding",
                    "logtimezone",
                    "maxretry",
                    "findtime",
                    "action",
                    "simulate",
                    Pause.KEY,
                    "maxmatches",
                    "bantime.memory",
                    "resetonsuccess",
                    Counting.KEY,
                    BanRate.Limit.KEY,
                    "failregex",
                    "ignoreregex",
                    "datepattern",
                    "maxlines",
                    "prefregex",
                    NetworkBans.KEY));

    private static final String DEFAULT_ACTION = "xt_recent";
    private static final int HIGHEST_MAX_RETRY = 10_000;

    private final JailConfiguration configuration;
    private final Surroundings surroundings;
    private final Keys keys;

    SettingsReader(JailConfiguration configuration, Surroundings surroundings) {
        this.configuration = configuration;
        this.surroundings = surroundings;
        this.keys = new Keys(configuration);
    }

    @SafeVarargs
    private static Set<String> all(Set<String>... parts) {
        return Stream.of(parts).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** The settings; of no use if {@link #problems} holds an error. */
    JailSettings read() {
        // A word that is neither leaves a jail FAILED, and not stopped with all it had banned let in.
        boolean enabled = keys.value("enabled", "no", Keys::yesOrNo, true);
        return new JailSettings(
                enabled,
                keys.value(
                        "filter",
                        configuration.name(),
                        Reference::parse,
                        new Reference(configuration.name(), Map.of())),
                configuration.value("filter").filter(name -> !name.isBlank()).isPresent(),
                overrides(),
                new InputReader(configuration, keys::problem).read(enabled),
                keys.value("logencoding", "auto", SettingsReader::charset, Optional.empty()),
                keys.value("logtimezone", "", SettingsReader::zone, ZoneId.systemDefault()),
                thresholds(),
                IgnoreReader.useDns(keys),
                keys.value("action", DEFAULT_ACTION, this::actions, List.of()),
                simulating(),
                keys.value(BanRate.Limit.KEY, "no", BanRate.Limit::parse, BanRate.Limit.NONE),
                pause());
    }

    List<Problem> problems() {
        return keys.problems();
    }

    /** The first error as one sentence with its place; empty if there is none. */
    Optional<String> error() {
        return keys.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .findFirst()
                .map(Problem::toString);
    }

    private Thresholds thresholds() {
        int maxRetry = keys.value("maxretry", "5", SettingsReader::maxRetry, 5);
        return new Thresholds(
                maxRetry,
                keys.value("findtime", "10m", SettingsReader::findTime, Duration.ofMinutes(10)),
                BanTimesReader.read(keys, surroundings.seed()),
                IgnoreReader.read(keys, surroundings.ignoring()),
                networkBans(),
                keys.value(Counting.KEY, "address", Counting::parse, Counting.BY_ADDRESS),
                keys.value("maxmatches", "" + maxRetry, SettingsReader::maxMatches, maxRetry),
                keys.flag("resetonsuccess", false),
                simulating(),
                keys.value(
                        "bantime.memory",
                        Thresholds.USUAL_MEMORY.toDays() + "d",
                        SettingsReader::findTime,
                        Thresholds.USUAL_MEMORY));
    }

    private Map<String, Setting> overrides() {
        Map<String, Setting> overrides = new HashMap<>();
        for (String key : OVERRIDES) {
            Setting setting = configuration.settings().get(key);
            if (setting != null && !setting.value().isBlank()) {
                overrides.put(key, setting);
            }
        }
        return overrides;
    }

    private List<ActionSpec> actions(String text) {
        List<ActionSpec> specs = new ArrayList<>();
        for (Reference reference : Reference.parseAll(text)) {
            specs.add(new ActionSpec(
                    configuration.name(),
                    reference.name(),
                    reference.parameters(),
                    networkBans().isOn(),
                    configuration.origin("action")));
        }
        return specs;
    }

    private NetworkBans networkBans() {
        return keys.value(NetworkBans.KEY, "no", NetworkBans::parse, NetworkBans.OFF);
    }

    private static int maxRetry(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > HIGHEST_MAX_RETRY) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a number of failures; it is 1 to " + HIGHEST_MAX_RETRY + ", e.g. 5");
        }
        return Integer.parseInt(text);
    }

    private boolean simulating() {
        return keys.flag("simulate", false) || surroundings.simulating();
    }

    private Optional<Pause> pause() {
        return keys.flag(Pause.KEY, false) ? Optional.of(Pause.of(configuration.origin(Pause.KEY))) : Optional.empty();
    }

    private static int maxMatches(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST_MAX_RETRY) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a number of lines to keep; it is 0 to " + HIGHEST_MAX_RETRY + ", e.g. 5");
        }
        return Integer.parseInt(text);
    }

    private static Duration findTime(String text) {
        long seconds = TimeSpan.parseSeconds(text);
        if (seconds < 1) {
            throw new IllegalArgumentException("'" + text + "' is not longer than nothing; e.g. 10m");
        }
        return Duration.ofSeconds(seconds);
    }

    private static Optional<Charset> charset(String name) {
        return LogEncoding.parse(name);
    }

    private static ZoneId zone(String name) {
        return name.isEmpty() ? ZoneId.systemDefault() : LogZone.parse(name);
    }
}
