// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process may do beyond an ordinary user: its capabilities, as the kernel tells them. */
final class Rights {
    private static final String NONE = "0000000000000000";

    private final List<String> lines;

    private Rights(List<String> lines) {
        this.lines = lines;
    }

    static Rights of(long pid) throws IOException {
        return new Rights(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.matches("(Uid|Cap(Inh|Prm|Eff|Amb)|NoNewPrivs):.*"))
                .map(line -> line.replace('\t', ' '))
                .toList());
    }

    /**
     * Shows them.
     *
     * @throws DemoException if there are any
     */
    void requireNone(Narrator narrator) throws DemoException {
        lines.forEach(narrator::quote);
        if (lines.stream().anyMatch(line -> line.startsWith("Cap") && !line.endsWith(NONE))) {
            throw new DemoException("the daemon holds a capability");
        }
    }
}
