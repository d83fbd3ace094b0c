// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.manual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.api.command.HelpText;

/** What may be typed behind a verb, as its usages and options say it. */
final class Forms {
    private static final Pattern OPTION = Pattern.compile("(--[a-z][a-z-]*)(?:[ =]([^\\s\\],]+))?");
    private static final Pattern BRACKETED_OPTION = Pattern.compile("\\[--[^\\]]*\\](\\.\\.\\.)?");

    private Forms() {}

    /**
     * The words of each form in turn, a bar between those of which one is to be chosen, three dots behind one that may be
     * repeated. A word that may be left out before others makes two forms.
     */
    static Set<String> words(HelpText help) {
        Set<String> forms = new LinkedHashSet<>();
        for (String usage : help.usages()) {
            String words = BRACKETED_OPTION.matcher(usage).replaceAll("").replaceAll("\\[OPTION\\.\\.\\.\\]", "");
            forms.addAll(expand(List.of(words.strip().split("\\s+"))));
        }
        forms.remove("");
        return forms;
    }

    private static Set<String> expand(List<String> tokens) {
        List<List<String>> expanded = new ArrayList<>(List.of(new ArrayList<>()));
        for (int index = 0; index < tokens.size(); index++) {
            String token = tokens.get(index);
            boolean skippable = token.startsWith("[") && token.endsWith("]") && index < tokens.size() - 1;
            List<List<String>> without = new ArrayList<>();
            for (List<String> form : expanded) {
                if (skippable) {
                    without.add(new ArrayList<>(form));
                }
                if (!token.startsWith("--")) {
                    form.add(plain(token));
                }
            }
            expanded.addAll(without);
        }
        Set<String> forms = new LinkedHashSet<>();
        expanded.forEach(form -> forms.add(String.join(" ", form)));
        return forms;
    }

    /** Without brackets; {@code FILTER[NAME=VALUE,...]} is a filter. */
    private static String plain(String token) {
        return token.replaceAll("(?<=\\w)\\[[^\\]]*\\]", "").replace("[", "").replace("]", "");
    }

    /** Each option and what its value is; that is empty if it has none. */
    static Map<String, String> options(HelpText help) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String usage : help.usages()) {
            add(usage, options);
        }
        boolean listed = false;
        for (Block block : Block.of(help.details())) {
            if (block instanceof Block.Title) {
                listed = ((Block.Title) block).text.equals("Options");
            } else if (listed && block instanceof Block.Entry) {
                add(((Block.Entry) block).term, options);
            }
        }
        options.put("--json", "");
        options.put("--help", "");
        return options;
    }

    private static void add(String text, Map<String, String> options) {
        Matcher option = OPTION.matcher(text);
        while (option.find()) {
            String value = option.group(2) == null ? "" : option.group(2);
            options.merge(option.group(1), value, (one, other) -> one.isEmpty() ? other : one);
        }
    }
}
