// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ports of TCP that this process listens on, as the kernel tells. */
final class OwnPorts {
    private static final Path SELF = Path.of("/proc/self");
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private OwnPorts() {}

    /** Whether this process listens on the port, at whatever address; false where there is no /proc. */
    static boolean has(int port) {
        try {
            Set<String> mine = sockets();
            return listeners(port).stream().anyMatch(mine::contains);
        } catch (IOException noProc) {
            return false;
        }
    }

    private static Set<String> listeners(int port) throws IOException {
        String ending = String.format(Locale.ROOT, ":%04X", port);
        Set<String> inodes = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            Path file = SELF.resolve(table);
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > INODE
                        && columns[LOCAL_ADDRESS].endsWith(ending)
                        && columns[STATE].equals(LISTENING)) {
                    inodes.add("socket:[" + columns[INODE] + "]");
                }
            }
        }
        return inodes;
    }

    private static Set<String> sockets() throws IOException {
        Set<String> targets = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(SELF.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                try {
                    targets.add(Files.readSymbolicLink(descriptor).toString());
                } catch (IOException closedMeanwhile) {
                    continue;
                }
            }
        }
        return targets;
    }
}
