// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real sshd with a host key and a configuration of its own, on port 22 of a machine, for IPv4 and IPv6. */
public final class SshServer {
    public static final int PORT = 22;

    private static final String PROGRAM = "/usr/sbin/sshd";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** From OpenSSH 9.8 on, sshd itself shuts out who fails too often; here that is Bailiff's work. */
    private static final List<String> WITHOUT_PENALTIES = List.of("-o", "PerSourcePenalties=no");

    private SshServer() {}

    /** Starts it; it answers when this returns. */
    public static void start(Machine machine, Path folder) throws Exception {
        machine.run("mount", "-t", "tmpfs", "-o", "mode=0755", "tmpfs", "/run");
        machine.run("mkdir", "/run/sshd");
        Path key = folder.resolve("ssh_host_key");
        Tool.succeed(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()));
        Path configuration = Files.writeString(
                folder.resolve("sshd_config"),
                """
                HostKey %s
                ListenAddress 0.0.0.0
                ListenAddress ::
                UsePAM no
                PasswordAuthentication yes
                KbdInteractiveAuthentication no
                PermitRootLogin yes
                MaxStartups 100
                PidFile none
                """
                        .formatted(key));
        List<String> command = new ArrayList<>(List.of(PROGRAM, "-D", "-f", configuration.toString()));
        if (knowsPenalties(machine, command)) {
            command.addAll(WITHOUT_PENALTIES);
        }
        Background.start(machine, command, Map.of(), folder.resolve("sshd.out"));
        Await.until("sshd listens on both families", PATIENCE, () -> listens(machine));
    }

    private static boolean knowsPenalties(Machine machine, List<String> command)
            throws IOException, InterruptedException {
        List<String> trial = Lists.concat(Lists.concat(command, WITHOUT_PENALTIES), List.of("-t"));
        return Tool.run(machine.command(trial)).succeeded();
    }

    /** Whether the kernel shows a listening socket (state 0A) on the port in both families. */
    private static boolean listens(Machine machine) throws IOException {
        String listening = ":%04X [0:]+ 0A ".formatted(PORT);
        for (String family : List.of("tcp", "tcp6")) {
            String sockets = Files.readString(Path.of("/proc", Long.toString(machine.pid()), "net", family));
            if (!sockets.lines().anyMatch(line -> line.matches(".*" + listening + ".*"))) {
                return false;
            }
        }
        return true;
    }
}
