// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real firewalld with a system bus of its own, on a machine that has its own {@code /etc} and {@code /run}. */
public final class FirewallDaemon {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private FirewallDaemon() {}

    /** Starts it; it answers when this returns. */
    public static void start(Machine machine, Path folder) throws Exception {
        machine.run("mkdir", "-p", "/run/dbus");
        List<String> bus = List.of("dbus-daemon", "--system", "--nofork", "--nopidfile");
        Background.start(machine, bus, Map.of(), folder.resolve("dbus.out"));
        Path socket = machine.file("run/dbus/system_bus_socket");
        Await.until("the bus is there", PATIENCE, () -> Files.exists(socket));
        String log = folder.resolve("firewalld.log").toString();
        Background.start(
                machine,
                List.of("firewalld", "--nofork", "--nopid", "--log-file", log),
                Map.of(),
                folder.resolve("firewalld.out"));
        Await.until("firewalld runs", PATIENCE, () -> Tool.run(machine.command(List.of("firewall-cmd", "--state")))
                .succeeded());
    }
}
