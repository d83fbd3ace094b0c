// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.manual;

import java.util.List;
import org.bailiff.api.Role;
import org.bailiff.api.command.HelpText;

/** The manual page of a verb, {@code bailiff-VERB(1)}. */
final class VerbPage {
    private final Edition edition;

    VerbPage(Edition edition) {
        this.edition = edition;
    }

    String of(HelpText help) {
        String name = "bailiff-" + help.name();
        Roff page = edition.page(name, 1);
        page.section("Name");
        page.plain(name + " - " + help.summary());
        page.section("Synopsis");
        for (String usage : help.usages().isEmpty() ? List.of("") : help.usages()) {
            page.synopsis("bailiff " + help.name(), usage);
        }
        page.section("Description");
        boolean titled = false;
        boolean exit = false;
        boolean examples = false;
        for (Block block : Block.of(help.details())) {
            if (block instanceof Block.Title) {
                String title = ((Block.Title) block).text;
                if (!titled) {
                    whoMay(help, page);
                }
                titled = true;
                exit |= title.equals("Exit");
                examples = title.equals("Examples");
                page.section(title.equals("Exit") ? "Exit status" : title);
            } else {
                write(block, examples, page);
            }
        }
        if (!titled) {
            whoMay(help, page);
        }
        if (!exit) {
            page.section("Exit status");
            page.plain("As of every verb, see bailiff(1).");
        }
        page.section("See also");
        page.seeAlso("bailiff", 1);
        return page.toString();
    }

    private static void whoMay(HelpText help, Roff page) {
        if (help.runs() == HelpText.Place.DAEMON) {
            page.paragraph(
                    help.role() == Role.ADMINISTRATOR
                            ? "It asks the daemon, and is for administrators: root and the daemon's user."
                            : "It asks the daemon, and is for everybody whom the socket's mode lets in.");
        }
        page.paragraph("With --json it answers one object for programs; --help shows this in short.");
    }

    static void write(Block block, boolean examples, Roff page) {
        if (block instanceof Block.Paragraph) {
            page.paragraph(((Block.Paragraph) block).text);
        } else if (block instanceof Block.Entry) {
            Block.Entry entry = (Block.Entry) block;
            if (examples) {
                page.example(entry.term, entry.text);
            } else {
                page.entry(entry.term, entry.text);
            }
        }
    }
}
