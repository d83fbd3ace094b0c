// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A real sshd with a key and a configuration of its own, and the real client. */
final class RealSshd implements SshService {
    private static final String CONFIGURATION =
            """
            HostKey %s
            ListenAddress 0.0.0.0
            ListenAddress ::
            UsePAM no
            PasswordAuthentication yes
            KbdInteractiveAuthentication no
            PermitRootLogin yes
            PidFile none
            """;
    /** From OpenSSH 9.8 on, sshd itself shuts out who fails too often; here that is Bailiff's work. */
    private static final String WITHOUT_PENALTIES = "PerSourcePenalties no\n";

    /** A ban cuts the connection in the middle of a guess, and the client would wait for minutes. */
    private static final int CONNECTION_SECONDS = 3;

    private static final int GUESSES_A_CONNECTION = 2;

    private final Workshop workshop;
    private final Path log;

    RealSshd(Workshop workshop, Path log) {
        this.workshop = workshop;
        this.log = log;
    }

    @Override
    public void start(Machine machine) throws IOException, InterruptedException, DemoException {
        machine.run("mount", "-t", "tmpfs", "-o", "mode=0755", "tmpfs", "/run");
        machine.run("mkdir", "/run/sshd");
        Path key = workshop.file("ssh_host_key");
        Programs.succeed(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()));
        Path configuration = workshop.file("sshd_config");
        List<String> command = List.of("/usr/sbin/sshd", "-D", "-e", "-f", configuration.toString());
        Files.writeString(configuration, CONFIGURATION.formatted(key) + WITHOUT_PENALTIES);
        if (Programs.run(machine.command(List.of("/usr/sbin/sshd", "-t", "-f", configuration.toString())), Map.of())
                        .exitCode()
                != 0) {
            Files.writeString(configuration, CONFIGURATION.formatted(key));
        }
        Process sshd = machine.start(command, Map.of());
        new SyslogFile(log, "sshd[" + sshd.pid() + "]", Clock.systemDefaultZone()).follow(sshd.getInputStream());
        Path guess = Files.writeString(workshop.file("guess"), "#!/bin/sh\necho guess\n");
        Files.setPosixFilePermissions(guess, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    public void guess(Machine attacker, Route route) throws IOException, InterruptedException {
        Programs.run(
                attacker.command(List.of(
                        "timeout",
                        Integer.toString(CONNECTION_SECONDS),
                        "ssh",
                        "-F",
                        "none",
                        "-o",
                        "StrictHostKeyChecking=no",
                        "-o",
                        "UserKnownHostsFile=/dev/null",
                        "-o",
                        "PreferredAuthentications=password",
                        "-o",
                        "NumberOfPasswordPrompts=" + GUESSES_A_CONNECTION,
                        "-o",
                        "ConnectTimeout=2",
                        "root@" + route.server())),
                Map.of("SSH_ASKPASS", workshop.file("guess").toString(), "SSH_ASKPASS_REQUIRE", "force"));
    }
}
