// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the kernel says of a process: {@code /proc/PID/status}. */
public record ProcessStatus(Map<String, String> fields) {

    /** The status of a process; empty if it has ended. */
    public static Optional<ProcessStatus> of(long pid) {
        try {
            return Optional.of(
                    new ProcessStatus(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                            .map(line -> line.split(":\\s*", 2))
                            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The first 15 characters of its program's name. */
    public String name() {
        return fields.get("Name");
    }

    /** Whether it has ended, and is there only because its parent has not asked how. */
    public boolean hasEnded() {
        return fields.get("State").startsWith("Z");
    }

    /** Whether any of its four user ids is root's. */
    public boolean isRoot() {
        return (fields.get("Uid") + "\t").matches("(?:.*\t)?0\t.*");
    }

    /** A set of capabilities, as a number. */
    public long capabilities(String set) {
        return Long.parseUnsignedLong(fields.get(set), 16);
    }

    /** Whether it can never gain a privilege again. */
    public boolean noNewPrivileges() {
        return fields.get("NoNewPrivs").equals("1");
    }
}
