// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Where there is no sshd: a small service that refuses every password and says so in sshd's words. */
final class StandInService implements SshService {
    private final String classPath;
    private final Path log;

    StandInService(Workshop workshop, Path log) {
        this.classPath = workshop.home().resolve("bundles") + "/*";
        this.log = log;
    }

    @Override
    public void start(Machine machine) throws IOException {
        Process service = machine.start(
                List.of(Host.java(), "-cp", classPath, PasswordServer.class.getName(), Integer.toString(PORT)),
                Map.of());
        new SyslogFile(log, "sshd[" + service.pid() + "]", Clock.systemDefaultZone()).follow(service.getInputStream());
    }

    @Override
    public void guess(Machine attacker, Route route) throws IOException, InterruptedException {
        Programs.run(
                attacker.command(List.of(
                        Host.java(),
                        "-cp",
                        classPath,
                        Knocker.class.getName(),
                        route.server(),
                        Integer.toString(PORT),
                        "guess")),
                Map.of());
    }
}
