// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The two programs that put the same rule into the kernel in different ways. */
public enum Firewall {
    LEGACY("legacy"),
    NFT("nft");

    private static final List<String> FAMILIES = List.of("iptables", "ip6tables");

    private final String variant;

    Firewall(String variant) {
        this.variant = variant;
    }

    /** Runs a script that {@code bailiff firewall} printed, with this variant's programs. */
    public Outcome apply(Machine machine, Path script, String... words) throws IOException, InterruptedException {
        List<String> command = Lists.concat(List.of("sh", script.toString()), List.of(words));
        return Tool.run(
                machine.command(command),
                Map.of("IPTABLES", "iptables-" + variant, "IP6TABLES", "ip6tables-" + variant));
    }

    /** The program for IPv4. */
    public String iptables() {
        return "iptables-" + variant;
    }

    /** The program for IPv6. */
    public String ip6tables() {
        return "ip6tables-" + variant;
    }

    /** Sets up what root sets up once: the recommended rule, first in its chain, in both families. */
    void addRules(Machine machine, String list, int seconds) throws IOException, InterruptedException {
        change(machine, "-I", list, seconds);
    }

    /** Takes the rules away, and with the last one the kernel removes the list. */
    void removeRules(Machine machine, String list, int seconds) throws IOException, InterruptedException {
        change(machine, "-D", list, seconds);
    }

    private void change(Machine machine, String change, String list, int seconds)
            throws IOException, InterruptedException {
        for (String family : FAMILIES) {
            machine.run(
                    family + "-" + variant,
                    "-w",
                    change,
                    "INPUT",
                    "-m",
                    "recent",
                    "--name",
                    list,
                    "--rcheck",
                    "--seconds",
                    Integer.toString(seconds),
                    "-m",
                    "recent",
                    "--name",
                    list + "-hits",
                    "--set",
                    "-j",
                    "DROP");
        }
    }
}
