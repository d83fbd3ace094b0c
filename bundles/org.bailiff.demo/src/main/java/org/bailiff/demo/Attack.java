// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The attacker's side: knocks and guesses. */
final class Attack {
    private final Machine machine;
    private final String classPath;
    private final SshService service;

    Attack(Machine machine, Workshop workshop, SshService service) {
        this.machine = machine;
        this.classPath = workshop.home().resolve("bundles") + "/*";
        this.service = service;
    }

    /**
     * Guesses until no TCP connection comes about any more, and returns over how many connections.
     *
     * @throws DemoException if it could go on and on
     */
    int untilCutOff(Route route, int mostConnections) throws IOException, InterruptedException, DemoException {
        for (int connection = 1; connection <= mostConnections; connection++) {
            service.guess(machine, route);
            if (!connects(route)) {
                return connection;
            }
        }
        throw new DemoException(
                route.attacker() + " guessed over " + mostConnections + " connections and was not cut off");
    }

    /**
     * Waits until connections come about in both families.
     *
     * @param when the end of the sentence that says that none did
     */
    void requireLetIn(Duration patience, String when) throws IOException, InterruptedException, DemoException {
        for (Route route : Route.ALL) {
            if (!Patience.waitFor(patience, () -> connects(route))) {
                throw new DemoException(route.attacker() + " cannot connect to " + route.server() + " " + when);
            }
        }
    }

    private boolean connects(Route route) throws IOException, InterruptedException {
        List<String> command = List.of(
                Host.java(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Knocker.class.getName(),
                route.server(),
                Integer.toString(SshService.PORT));
        return Programs.run(machine.command(command), Map.of()).exitCode() == 0;
    }
}
