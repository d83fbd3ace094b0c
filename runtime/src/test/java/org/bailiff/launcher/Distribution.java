// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A copy of the built distribution that a test may spoil, and the commands it is asked to run. */
final class Distribution {
    /** An environment of the caller's must not lead a test to the host's own daemon. */
    private static final List<String> FOREIGN =
            List.of("BAILIFF_ETC", "BAILIFF_DATA", "BAILIFF_SOCKET", "BAILIFF_JAVA_OPTIONS", "RUNTIME_DIRECTORY");

    private final Path home;

    private Distribution(Path home) {
        this.home = home;
    }

    static Distribution copyTo(Path home) throws IOException {
        Path built = Path.of(System.getProperty("distribution"));
        try (Stream<Path> files = Files.walk(built)) {
            for (Path file : files.sorted(Comparator.naturalOrder()).collect(Collectors.toList())) {
                if (!file.startsWith(built.resolve("var"))) {
                    Files.copy(file, home.resolve(built.relativize(file)));
                }
            }
        }
        return new Distribution(home);
    }

    Path file(String name) {
        return home.resolve(name);
    }

    /** Starts a command, with the script reached through the given path. */
    Running start(Path script, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        FOREIGN.forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        return new Running(builder.start());
    }

    Running start(String... arguments) throws IOException {
        return start(file("bin/bailiff"), Map.of(), arguments);
    }

    /** The daemon; as root only because the build may run as root. */
    Running startDaemon() throws IOException {
        return System.getProperty("user.name").equals("root") ? start("run", "--allow-root") : start("run");
    }
}
