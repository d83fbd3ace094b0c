// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What this machine allows. */
final class Host {
    private static final List<String> PROGRAMS =
            List.of("iptables", "ip6tables", "ip", "unshare", "nsenter", "setpriv");
    private static final List<String> SSH_PROGRAMS = List.of("sshd", "ssh", "ssh-keygen");
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin");
    private static final Path ACCOUNTS = Path.of("/etc/passwd");
    private static final int FIRST_CANDIDATE = 61000;

    private Host() {}

    /** Why the demo cannot use the kernel here, and the mend; empty if it can. */
    static Optional<String> obstacleToTheRealThing() throws IOException {
        if (!isRoot()) {
            return Optional.of("only root can make network namespaces and firewall rules; run it as root");
        }
        List<String> missing = missing(PROGRAMS);
        if (!missing.isEmpty()) {
            return Optional.of("not installed: " + String.join(", ", missing)
                    + "; on Debian: apt-get install iptables iproute2 util-linux");
        }
        return Optional.empty();
    }

    /** Whether there is a real sshd to attack, and a client to attack it with. */
    static boolean hasSsh() {
        return missing(SSH_PROGRAMS).isEmpty();
    }

    static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    /** A number that no account has, for a user and a group of the same number. */
    static int unusedAccount() throws IOException {
        Set<String> taken = new HashSet<>();
        for (String account : Files.readAllLines(ACCOUNTS)) {
            String[] fields = account.split(":");
            if (fields.length > 3) {
                taken.add(fields[2]);
                taken.add(fields[3]);
            }
        }
        int candidate = FIRST_CANDIDATE;
        while (taken.contains(Integer.toString(candidate))) {
            candidate++;
        }
        return candidate;
    }

    /** The java command that this process runs on. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> missing(List<String> programs) {
        return programs.stream().filter(program -> !isInstalled(program)).toList();
    }

    private static boolean isInstalled(String program) {
        return Stream.concat(FOLDERS.stream(), Stream.of(System.getenv("PATH").split(":")))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
