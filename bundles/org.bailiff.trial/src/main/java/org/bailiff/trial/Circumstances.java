// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.config.Setting;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.dialect.LogZone;
import org.bailiff.text.LogEncoding;
import org.bailiff.text.SafeText;
import org.bailiff.trial.choose.ChosenFilter;

/**
 * Under which the lines are looked at, where a jail would say it.
 *
 * @param clock when they arrive
 * @param zone of dates that name none
 * @param charset of the logs; empty for UTF-8 where a line is that, else Latin-1
 * @param journal whether the lines are messages of the journal, without a date of their own
 * @param overrides keys of the definition that are set otherwise
 */
record Circumstances(
        InstantSource clock, ZoneId zone, Optional<Charset> charset, boolean journal, Map<String, Setting> overrides) {
    private static final String LOGTYPE = "logtype";

    /**
     * Those that were typed.
     *
     * @param clock the system's, if no other time was typed
     * @throws CommandException if a value is wrong
     */
    static Circumstances of(Typed typed, InstantSource clock) throws CommandException {
        Optional<String> now = typed.value(Typed.NOW);
        Optional<String> zone = typed.value(Typed.TIMEZONE);
        Map<String, Setting> overrides = new HashMap<>();
        override("datepattern", typed.all(Typed.DATEPATTERN), Typed.DATEPATTERN, overrides);
        override("maxlines", typed.value(Typed.MAXLINES).stream().toList(), Typed.MAXLINES, overrides);
        return new Circumstances(
                now.isPresent() ? InstantSource.fixed(instant(now.get())) : clock,
                zone.isPresent() ? zone(zone.get()) : ZoneId.systemDefault(),
                charset(typed.value(Typed.ENCODING).orElse("auto")),
                typed.has(Typed.JOURNAL),
                overrides);
    }

    /**
     * What the compiler is told of a filter.
     *
     * @param ownIgnoreRegexes what the definition ignores by itself; what was typed comes behind it
     */
    FilterOptions options(ChosenFilter filter, List<String> ownIgnoreRegexes) {
        Map<String, String> parameters = new HashMap<>(filter.parameters());
        if (journal) {
            parameters.putIfAbsent(LOGTYPE, "journal");
        }
        Map<String, Setting> all = new HashMap<>(overrides);
        override("failregex", filter.failRegexes(), "failregex", all);
        if (!filter.ignoreRegexes().isEmpty()) {
            List<String> ignoreRegexes = new ArrayList<>(ownIgnoreRegexes);
            ignoreRegexes.addAll(filter.ignoreRegexes());
            override("ignoreregex", ignoreRegexes, "ignoreregex", all);
        }
        return new FilterOptions(parameters, all, zone);
    }

    private static void override(String key, List<String> values, String origin, Map<String, Setting> overrides) {
        if (!values.isEmpty()) {
            List<String> guarded = values.stream().map(Circumstances::guarded).toList();
            overrides.put(key, new Setting(key, String.join("\n", guarded), origin));
        }
    }

    /** In a definition blanks around a regex do not count; on the command line they were typed on purpose. */
    private static String guarded(String typed) {
        String before = typed.equals(typed.stripLeading()) ? "" : "(?:)";
        String after = typed.equals(typed.stripTrailing()) ? "" : "(?:)";
        return before + typed + after;
    }

    private static Instant instant(String text) throws CommandException {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException wrong) {
            throw Typed.misused("--now: '" + SafeText.of(text, 60) + "' is no instant; e.g. 2026-11-23T04:15:08Z");
        }
    }

    private static ZoneId zone(String text) throws CommandException {
        try {
            return LogZone.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw Typed.misused("--timezone: " + SafeText.of(wrong.getMessage()));
        }
    }

    private static Optional<Charset> charset(String name) throws CommandException {
        try {
            return LogEncoding.parse(name);
        } catch (IllegalArgumentException wrong) {
            throw Typed.misused("--encoding: " + SafeText.of(wrong.getMessage()));
        }
    }
}
