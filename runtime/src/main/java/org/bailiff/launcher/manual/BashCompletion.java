// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bailiff.api.command.HelpText;

/** The completion for bash: a script that is the same for all, and tables of what the verbs take. */
public final class BashCompletion {
    private static final Pattern SETTABLE = Pattern.compile("bailiff set \\S+ ([a-z]+) ");
    private static final Pattern SWITCH = Pattern.compile("bailiff set \\S+ ([a-z]+) (?:yes|no)\\b");

    private BashCompletion() {}

    public static String of(Collection<HelpText> helps) {
        return script().replace("@VERBS@", helps.stream().map(HelpText::name).collect(Collectors.joining(" ")))
                .replace("@KEYS@", String.join(" ", keys(helps, SETTABLE)))
                .replace("@SWITCHES@", String.join(" ", keys(helps, SWITCH)))
                .replace("@FORMS@", helps.stream().map(BashCompletion::forms).collect(Collectors.joining()))
                .replace(
                        "@OPTIONS@", helps.stream().map(BashCompletion::options).collect(Collectors.joining()))
                .replace("@VALUES@", helps.stream().map(BashCompletion::values).collect(Collectors.joining()));
    }

    private static String forms(HelpText help) {
        Set<String> forms = Forms.words(help);
        return forms.isEmpty()
                ? ""
                : "        " + help.name() + ") printf '%s\\n' "
                        + forms.stream().map(BashCompletion::quoted).collect(Collectors.joining(" ")) + " ;;\n";
    }

    private static String options(HelpText help) {
        return "        " + help.name() + ") echo '"
                + String.join(" ", Forms.options(help).keySet()) + "' ;;\n";
    }

    private static String values(HelpText help) {
        return Forms.options(help).entrySet().stream()
                .filter(option -> !option.getValue().isEmpty())
                .map(option -> "        '" + help.name() + ' ' + option.getKey() + "') echo "
                        + quoted(option.getValue()) + " ;;\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The keys of which the help of {@code set} has such an example. */
    private static Set<String> keys(Collection<HelpText> helps, Pattern pattern) {
        Set<String> keys = new TreeSet<>();
        for (HelpText help : helps) {
            Matcher example = pattern.matcher(help.name().equals("set") ? help.details() : "");
            while (example.find()) {
                keys.add(example.group(1));
            }
        }
        return keys;
    }

    private static String script() {
        try (InputStream script = BashCompletion.class.getResourceAsStream("completion.bash")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
