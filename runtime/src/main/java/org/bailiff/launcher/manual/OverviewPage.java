// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.manual;

import java.util.Collection;
import org.bailiff.api.command.HelpText;
import org.bailiff.launcher.help.Overview;

/** The manual page {@code bailiff(1)}: a text of the launcher, with the list of all verbs in it. */
final class OverviewPage {
    private final Edition edition;

    OverviewPage(Edition edition) {
        this.edition = edition;
    }

    /**
     * @param text paragraphs and sections, as in a help's details; the verbs come before the first section
     */
    String of(String text, Collection<HelpText> verbs) {
        Roff page = edition.page("bailiff", 1);
        page.section("Name");
        page.plain("bailiff - bans attackers from the logs, as an ordinary user");
        page.section("Synopsis");
        page.synopsis("bailiff", "[--etc DIR] [--data DIR] [--socket PATH] VERB [ARGUMENT...]");
        page.section("Description");
        boolean listed = false;
        for (Block block : Block.of(text)) {
            if (block instanceof Block.Title) {
                if (!listed) {
                    list(verbs, page);
                }
                listed = true;
                page.section(((Block.Title) block).text);
            } else {
                VerbPage.write(block, false, page);
            }
        }
        page.section("See also");
        page.seeAlso("bailiff.conf", 5);
        verbs.forEach(verb -> page.seeAlso("bailiff-" + verb.name(), 1));
        return page.toString();
    }

    private static void list(Collection<HelpText> verbs, Roff page) {
        Overview.byGroup(verbs).forEach((title, group) -> {
            page.section("Verbs: " + title);
            group.forEach(verb -> page.entry(verb.name(), verb.summary()));
        });
    }
}
