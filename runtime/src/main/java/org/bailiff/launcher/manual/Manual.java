// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.manual;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bailiff.api.command.HelpText;
import org.bailiff.launcher.LaunchException;
import org.bailiff.launcher.Version;
import org.bailiff.launcher.help.HelpShelf;

/** Writes {@code share/man} and {@code share/bash-completion} of a distribution; run by the build. */
public final class Manual {
    private static final int DATE = "2026-11-01".length();

    private Manual() {}

    /**
     * @param arguments the distribution's folder, and the moment of the build as ISO-8601
     */
    public static void main(String... arguments) throws IOException, LaunchException {
        Path home = Path.of(arguments[0]);
        Map<String, HelpText> helps = new HelpShelf(home).all();
        Edition edition = new Edition(arguments[1].substring(0, DATE), Version.text());
        Path pages = Files.createDirectories(home.resolve("share/man/man1"));
        for (HelpText help : helps.values()) {
            write(pages.resolve("bailiff-" + help.name() + ".1"), new VerbPage(edition).of(help));
        }
        write(pages.resolve("bailiff.1"), new OverviewPage(edition).of(overview(), helps.values()));
        write(
                Files.createDirectories(home.resolve("share/man/man5")).resolve("bailiff.conf.5"),
                new ConfigurationPage(edition).of(Files.readString(home.resolve("etc/bailiff.conf"))));
        write(
                Files.createDirectories(home.resolve("share/bash-completion/completions"))
                        .resolve("bailiff"),
                BashCompletion.of(helps.values()));
    }

    private static String overview() throws IOException {
        try (InputStream text = Manual.class.getResourceAsStream("overview.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}
