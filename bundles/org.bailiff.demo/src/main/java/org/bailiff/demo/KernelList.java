// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What root sets up once: the recommended rule in both families, and the owner of the list that it names. */
final class KernelList {
    static final String NAME = "bailiff-sshd";
    static final int LEASE_SECONDS = 60;

    private static final List<String> RULE = List.of(
            "-I",
            "INPUT",
            "-m",
            "recent",
            "--name",
            NAME,
            "--rcheck",
            "--seconds",
            Integer.toString(LEASE_SECONDS),
            "-m",
            "recent",
            "--name",
            NAME + "-hits",
            "--set",
            "-j",
            "DROP");

    private KernelList() {}

    /** Sets it up on a machine and gives the list to a user. */
    static void make(Machine machine, int user, Narrator narrator) throws IOException, InterruptedException {
        for (String family : List.of("iptables", "ip6tables")) {
            List<String> command = new ArrayList<>(List.of(family));
            command.addAll(RULE);
            machine.run(command.toArray(String[]::new));
            narrator.quote("# " + String.join(" ", command));
        }
        Path list = Path.of("/proc", Long.toString(machine.pid()), "net/xt_recent", NAME);
        Files.setAttribute(list, "unix:uid", user);
        narrator.quote("# chown " + user + " /proc/net/xt_recent/" + NAME);
    }
}
