// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folders that Bailiff works with, all absolute.
 *
 * @param home the distribution's
 * @param etc the configuration's
 * @param data the data directory
 * @param deploy the plug-ins'
 */
public record Folders(Path home, Path etc, Path data, Path deploy) {

    /** An option goes before the environment, the environment before the distribution's own folders. */
    public static Folders of(CommandLine commandLine, Map<String, String> environment, Path home) {
        return new Folders(
                home,
                folder(commandLine, "--etc", environment.get("BAILIFF_ETC"), home.resolve("etc")),
                folder(commandLine, "--data", environment.get("BAILIFF_DATA"), home.resolve("var")),
                home.resolve("deploy"));
    }

    private static Path folder(CommandLine commandLine, String option, String variable, Path fallback) {
        String given = commandLine.option(option).orElse(variable);
        return given == null || given.isEmpty()
                ? fallback
                : Path.of(given).toAbsolutePath().normalize();
    }
}
