// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.dialect.Nearest;
import org.bailiff.text.SafeText;

/** What was typed behind the verb: words, switches, and options with a value, which may be given more than once. */
final class Typed {
    static final String VERBOSE = "--verbose";
    static final String JOURNAL = "--journal";
    static final String COUNT = "--count";
    static final String FILTERS = "--filters";
    static final String CASES = "--cases";
    static final String REGEX = "--regex";
    static final String IGNOREREGEX = "--ignoreregex";
    static final String NOW = "--now";
    static final String TIMEZONE = "--timezone";
    static final String ENCODING = "--encoding";
    static final String DATEPATTERN = "--datepattern";
    static final String MAXLINES = "--maxlines";
    static final String PRINT = "--print-";

    private static final Set<String> SWITCHES = Set.of(
            VERBOSE,
            JOURNAL,
            COUNT,
            "--print-missed",
            "--print-matched",
            "--print-ignored",
            "--print-all-missed",
            "--print-all-matched",
            "--print-all-ignored");
    private static final Set<String> OPTIONS =
            Set.of(FILTERS, CASES, REGEX, IGNOREREGEX, NOW, TIMEZONE, ENCODING, DATEPATTERN, MAXLINES);
    /** As fail2ban-regex calls them. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("-v", VERBOSE, "-d", DATEPATTERN, "-e", ENCODING, "-L", MAXLINES, "--TZ", TIMEZONE);

    /** What to do instead of fail2ban-regex's other options. */
    private static final Map<String, String> OF_FAIL2BAN = Map.ofEntries(
            Map.entry("-c", "--etc DIR names a configuration, --filters DIR a folder of filters"),
            Map.entry("--config", "--etc DIR names a configuration, --filters DIR a folder of filters"),
            Map.entry("-o", "--json has an object for each line"),
            Map.entry("--out", "--json has an object for each line"),
            Map.entry("-m", "pipe what journalctl -o short-iso prints into 'bailiff test -'"),
            Map.entry("--journalmatch", "pipe what journalctl -o short-iso prints into 'bailiff test -'"),
            Map.entry("-r", "hosts are always shown as they are written"),
            Map.entry("--raw", "hosts are always shown as they are written"),
            Map.entry("--usedns", "hosts are always shown as they are written"),
            Map.entry("--print-no-missed", "lines are only printed on request"),
            Map.entry("--print-no-ignored", "lines are only printed on request"),
            Map.entry("--no-check-all", "the first failregex that matches always decides"),
            Map.entry("-D", "'bailiff explain' shows what each regex takes"),
            Map.entry("--debuggex", "'bailiff explain' shows what each regex takes"));

    private final List<String> words = new ArrayList<>();
    private final Set<String> switches = new HashSet<>();
    private final Map<String, List<String>> values = new HashMap<>();

    private Typed() {}

    /**
     * Sorts the arguments.
     *
     * @throws CommandException if there is another option, or a value is missing
     */
    static Typed parse(List<String> arguments) throws CommandException {
        Typed typed = new Typed();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            typed.take(rest.next(), rest);
        }
        return typed;
    }

    private void take(String argument, Iterator<String> rest) throws CommandException {
        int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
        String written = equals < 0 ? argument : argument.substring(0, equals);
        String name = OTHER_NAMES.getOrDefault(written, written);
        if (argument.equals("--")) {
            rest.forEachRemaining(words::add);
        } else if (SWITCHES.contains(name) && equals < 0) {
            switches.add(name);
        } else if (OPTIONS.contains(name)) {
            String value = equals < 0 ? next(written, rest) : argument.substring(equals + 1);
            values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
        } else if (argument.startsWith("-") && argument.length() > 1) {
            throw unknown(written);
        } else {
            words.add(argument);
        }
    }

    private static String next(String option, Iterator<String> rest) throws CommandException {
        if (!rest.hasNext()) {
            throw misused("the option " + option + " needs a value");
        }
        return rest.next();
    }

    private static CommandException unknown(String option) {
        TreeSet<String> known = new TreeSet<>(SWITCHES);
        known.addAll(OPTIONS);
        String mend = Optional.ofNullable(OF_FAIL2BAN.get(option))
                .or(() -> Nearest.to(option, known).map(nearest -> "did you mean " + nearest + "?"))
                .orElse("there are " + String.join(", ", known));
        return misused("there is no option '" + SafeText.of(option, 60) + "'; " + mend);
    }

    List<String> words() {
        return words;
    }

    Set<String> switches() {
        return Set.copyOf(switches);
    }

    boolean has(String name) {
        return switches.contains(name);
    }

    boolean hasAnyOf(String prefix) {
        return switches.stream().anyMatch(name -> name.startsWith(prefix));
    }

    List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    /** The value that was given last. */
    Optional<String> value(String option) {
        List<String> given = all(option);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    static CommandException misused(String sentence) {
        return new CommandException(ExitCode.USAGE, sentence);
    }
}
