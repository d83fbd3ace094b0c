// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The manual page {@code bailiff.conf(5)}, made of the comments in the file that is shipped: it explains itself. */
final class ConfigurationPage {
    private static final Pattern KEY = Pattern.compile("#?([a-z][a-z.]*) *= *(.*)");

    private final Edition edition;

    ConfigurationPage(Edition edition) {
        this.edition = edition;
    }

    /**
     * @param file the text of the shipped {@code bailiff.conf}
     */
    String of(String file) {
        Roff page = edition.page("bailiff.conf", 5);
        page.section("Name");
        page.plain("bailiff.conf - the configuration of Bailiff's daemon");
        page.section("Description");
        boolean keys = false;
        for (String group : file.split("\n\n+")) {
            List<String> said = new ArrayList<>();
            List<String> settings = new ArrayList<>();
            sort(group, said, settings);
            String text = String.join(" ", said);
            if (!settings.isEmpty() && !keys) {
                page.section("Keys");
                page.plain("Each is shown with an example, or with its default; they stand in [Definition].");
                keys = true;
            }
            if (settings.isEmpty() && !text.isEmpty()) {
                page.paragraph(text);
            }
            for (int index = 0; index < settings.size(); index++) {
                boolean last = index == settings.size() - 1;
                page.entry(settings.get(index), last ? text : "See the next one.");
            }
        }
        page.section("See also");
        page.seeAlso("bailiff", 1);
        page.seeAlso("bailiff-check", 1);
        return page.toString();
    }

    private static void sort(String group, List<String> said, List<String> settings) {
        for (String line : group.split("\n")) {
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                settings.add(key.group(1) + " = " + key.group(2));
            } else if (line.startsWith("#")) {
                said.add(line.substring(1).strip());
            }
        }
    }
}
