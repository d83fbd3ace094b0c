// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bailiff.api.BanTime;
import org.bailiff.api.action.ActionSpec;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.dialect.LogZone;
import org.bailiff.dialect.Origin;
import org.bailiff.dialect.Reference;
import org.bailiff.dialect.TimeSpan;
import org.bailiff.jail.decision.IgnoreList;
import org.bailiff.jail.decision.Thresholds;
import org.bailiff.text.LogEncoding;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** Reads a jail's configuration key by key, and notes what is wrong with each: all of it, not only the first. */
final class SettingsReader {
    /** The keys of a filter definition that a jail may set itself. */
    private static final Set<String> OVERRIDES =
            Set.of("failregex", "ignoreregex", "datepattern", "maxlines", "prefregex");

    /** The keys that this bundle reads. */
    static final Set<String> KEYS = Set.of(
            "enabled",
            "filter",
            "backend",
            "logpath",
            "journalmatch",
            "logencoding",
            "logtimezone",
            "maxretry",
            "findtime",
            "bantime",
            "ignoreip",
            "ignoreself",
            "action",
            "failregex",
            "ignoreregex",
            "datepattern",
            "maxlines",
            "prefregex",
            NetworkBans.KEY);

    private static final String DEFAULT_ACTION = "xt_recent";
    private static final int HIGHEST_MAX_RETRY = 10_000;

    private final JailConfiguration configuration;
    private final List<Problem> problems = new ArrayList<>();

    SettingsReader(JailConfiguration configuration) {
        this.configuration = configuration;
    }

    /** The settings; of no use if {@link #problems} holds an error. */
    JailSettings read() {
        // A word that is neither leaves a jail FAILED, and not stopped with all it had banned let in.
        boolean enabled = value("enabled", "no", SettingsReader::yesOrNo, true);
        return new JailSettings(
                enabled,
                value("filter", configuration.name(), Reference::parse, new Reference(configuration.name(), Map.of())),
                configuration.value("filter").filter(name -> !name.isBlank()).isPresent(),
                overrides(),
                new InputReader(configuration, this::problem).read(enabled),
                value("logencoding", "auto", SettingsReader::charset, Optional.empty()),
                value("logtimezone", "", SettingsReader::zone, ZoneId.systemDefault()),
                thresholds(),
                value("action", DEFAULT_ACTION, this::actions, List.of()));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The first error as one sentence with its place; empty if there is none. */
    Optional<String> error() {
        return problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .findFirst()
                .map(Problem::toString);
    }

    private Thresholds thresholds() {
        return new Thresholds(
                value("maxretry", "5", SettingsReader::maxRetry, 5),
                value("findtime", "10m", SettingsReader::findTime, Duration.ofMinutes(10)),
                value("bantime", "10m", SettingsReader::banTime, BanTime.ofSeconds(600)),
                new IgnoreList(ignoreEntries(), value("ignoreself", "yes", SettingsReader::yesOrNo, true)),
                networkBans());
    }

    private <T> T value(String key, String unset, Function<String, T> parse, T fallback) {
        String text = configuration.value(key).map(String::strip).orElse(unset);
        try {
            return parse.apply(text.isEmpty() ? unset : text);
        } catch (IllegalArgumentException wrong) {
            problem(Problem.Severity.ERROR, key, wrong.getMessage());
            return fallback;
        }
    }

    private void problem(Problem.Severity severity, String key, String message) {
        // What is missing has no place; the jail has.
        String place =
                configuration.origin(key).isEmpty() ? configuration.origin("enabled") : configuration.origin(key);
        Origin origin = Origin.parse(place);
        problems.add(new Problem(severity, origin.file(), origin.line(), configuration.name(), key + ": " + message));
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

    private List<Network> ignoreEntries() {
        List<Network> entries = new ArrayList<>();
        for (String entry : configuration.value("ignoreip").orElse("").split("[\\s,]+")) {
            if (entry.isEmpty()) {
                continue;
            }
            Optional<Network> network = Network.tryParse(entry);
            network.ifPresent(entries::add);
            if (network.isEmpty()) {
                problem(
                        Problem.Severity.WARNING,
                        "ignoreip",
                        "'" + SafeText.of(entry, 60) + "' is neither an address nor a network, and names are not looked"
                                + " up: it is left out; write the address");
            }
        }
        return entries;
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
        return value(NetworkBans.KEY, "no", NetworkBans::parse, NetworkBans.OFF);
    }

    private static boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on", "1" -> true;
            case "no", "false", "off", "0" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither yes nor no");
        };
    }

    private static int maxRetry(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > HIGHEST_MAX_RETRY) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a number of failures; it is 1 to " + HIGHEST_MAX_RETRY + ", e.g. 5");
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

    private static BanTime banTime(String text) {
        long seconds = TimeSpan.parseSeconds(text);
        if (seconds == 0) {
            throw new IllegalArgumentException("a ban of no time bans nobody; e.g. 10m, or -1 for ever");
        }
        return BanTime.ofSeconds(seconds);
    }

    private static Optional<Charset> charset(String name) {
        return LogEncoding.parse(name);
    }

    private static ZoneId zone(String name) {
        return name.isEmpty() ? ZoneId.systemDefault() : LogZone.parse(name);
    }
}
