// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A service in a container whose port the server publishes, with the rules that Docker makes for that. */
public final class Published implements AutoCloseable {
    /** The port on the server. */
    public static final int PORT = 8022;

    private static final String ADDRESS = "172.17.0.2";

    private final Machine container;

    private Published(Machine container) {
        this.container = container;
    }

    /** Starts a container with sshd in it on the server. */
    public static Published on(Machine server, Firewall firewall, Path folder) throws Exception {
        Published published = new Published(Machine.boot());
        try {
            published.start(server, firewall, folder);
            return published;
        } catch (Exception e) {
            // Whatever it was: the machine is nobody's yet.
            published.close();
            throw e;
        }
    }

    private void start(Machine server, Firewall firewall, Path folder) throws Exception {
        server.connect("docker0", container, "eth0");
        server.configure("docker0", List.of("172.17.0.1/16"));
        container.configure("eth0", List.of(ADDRESS + "/16"));
        container.run("ip", "route", "add", "default", "via", "172.17.0.1");
        server.run("sysctl", "-q", "-w", "net.ipv4.ip_forward=1");
        SshServer.start(container, folder);
        publish(server, firewall);
    }

    private static void publish(Machine server, Firewall firewall) throws IOException, InterruptedException {
        String target = ADDRESS + ":" + SshServer.PORT;
        for (String rule : List.of(
                "-P FORWARD DROP",
                "-N DOCKER-USER",
                "-A DOCKER-USER -j RETURN",
                "-N DOCKER",
                "-A FORWARD -j DOCKER-USER",
                "-A FORWARD -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT",
                "-A FORWARD -o docker0 -j DOCKER",
                "-A FORWARD -i docker0 ! -o docker0 -j ACCEPT",
                "-A DOCKER -d " + ADDRESS + " ! -i docker0 -o docker0 -p tcp --dport " + SshServer.PORT + " -j ACCEPT",
                "-t nat -N DOCKER",
                "-t nat -A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER",
                "-t nat -A DOCKER ! -i docker0 -p tcp --dport " + PORT + " -j DNAT --to-destination " + target)) {
            server.run(Lists.concat(List.of(firewall.iptables(), "-w"), List.of(rule.split(" ")))
                    .toArray(String[]::new));
        }
    }

    @Override
    public void close() {
        container.close();
    }
}
