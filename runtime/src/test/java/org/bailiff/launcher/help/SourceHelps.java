// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.help;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bailiff.api.command.HelpText;

/** The helps of all verbs that are shipped, as they lie in the source. */
public final class SourceHelps {
    private SourceHelps() {}

    public static Map<String, HelpText> all() throws IOException {
        Map<String, HelpText> all = new TreeMap<>();
        for (Path file : files()) {
            String name = file.getFileName().toString().replace(HelpText.SUFFIX, "");
            all.put(name, HelpText.parse(name, Files.readString(file)));
        }
        return all;
    }

    private static List<Path> files() throws IOException {
        var helps = FileSystems.getDefault()
                .getPathMatcher("glob:../{bundles/*,runtime}/src/main/resources/" + HelpText.FOLDER + "*.txt");
        try (Stream<Path> files =
                Stream.concat(Files.walk(Path.of("../bundles")), Files.walk(Path.of("../runtime/src")))) {
            return files.filter(helps::matches).sorted().collect(Collectors.toList());
        }
    }
}
