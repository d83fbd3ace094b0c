// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What {@code bailiff firewall} prints for the lab's configuration, in a file on the server. */
public final class RootScript {
    private final Lab lab;
    private final Firewall firewall;
    private final Path file;

    /** Writes what was printed into a file. */
    public RootScript(Lab lab, Firewall firewall, String text) throws IOException {
        this.lab = lab;
        this.firewall = firewall;
        this.file = lab.script("firewall.sh", text);
    }

    /** Lets it be printed, by somebody without any right. */
    public static RootScript print(Lab lab, Firewall firewall, String... options)
            throws IOException, InterruptedException {
        return new RootScript(lab, firewall, lab.daemon().firewallScript(options));
    }

    /** Runs it as root, which has to work. */
    public String run(String... words) throws IOException, InterruptedException {
        Outcome outcome = tryToRun(words);
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        return outcome.out() + outcome.err();
    }

    /** Runs it as root, however it ends. */
    public Outcome tryToRun(String... words) throws IOException, InterruptedException {
        return firewall.apply(lab.server(), file, words);
    }

    /** The chain's rules for IPv4, as the program shows them. */
    public List<String> rules(String chain) throws IOException, InterruptedException {
        return lab.server().run(firewall.iptables(), "-w", "-S", chain).lines().toList();
    }

    /** All rules of both families. */
    public String allRules() throws IOException, InterruptedException {
        return lab.server().run(firewall.iptables(), "-w", "-S") + lab.server().run(firewall.ip6tables(), "-w", "-S");
    }

    public Path file() {
        return file;
    }
}
