// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine made of a network, a process and a mount namespace. Gone, with all that runs on it, when closed. */
final class Machine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String HOLDER = "cat";

    private final Process entrance;
    private final long pid;

    private Machine(Process entrance, long pid) {
        this.entrance = entrance;
        this.pid = pid;
    }

    static Machine boot() throws DemoException, IOException, InterruptedException {
        Process entrance = new ProcessBuilder(
                        "unshare",
                        "--net",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "--mount",
                        "--propagation",
                        "private",
                        "--mount-proc",
                        HOLDER)
                .redirectErrorStream(true)
                .start();
        if (!Patience.waitFor(PATIENCE, () -> holder(entrance).isPresent() || !entrance.isAlive())
                || holder(entrance).isEmpty()) {
            entrance.destroyForcibly();
            String answer = new String(entrance.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            throw new DemoException("no network and mount namespace can be made here: " + answer.strip());
        }
        Machine machine = new Machine(entrance, holder(entrance).orElseThrow());
        machine.run("ip", "link", "set", "lo", "up");
        return machine;
    }

    /** The first process of the machine, as the host counts. */
    long pid() {
        return pid;
    }

    /** The command, to be run on this machine. */
    List<String> command(List<String> command) {
        List<String> entering = new ArrayList<>(List.of("nsenter", "-t", Long.toString(pid), "-n", "-m", "-p", "--"));
        entering.addAll(command);
        return entering;
    }

    /** Runs a command on this machine that has to work. */
    void run(String... command) throws IOException, InterruptedException {
        Programs.succeed(command(List.of(command)));
    }

    /** Starts a program on this machine; it ends with the machine at the latest. */
    Process start(List<String> command, Map<String, String> environment) throws IOException {
        return Programs.prepare(command(command), environment).start();
    }

    /** Lays a cable to another machine; each end is called {@code cable}. */
    void connect(Machine other) throws IOException, InterruptedException {
        // Only the network is entered: the other end is named by a process id as the host counts.
        Programs.succeed(List.of(
                "nsenter",
                "-t",
                Long.toString(pid),
                "-n",
                "ip",
                "link",
                "add",
                "cable",
                "type",
                "veth",
                "peer",
                "name",
                "cable",
                "netns",
                Long.toString(other.pid)));
    }

    /** Gives this end of the cable its addresses and switches it on. */
    void address(String ipv4, String ipv6) throws IOException, InterruptedException {
        run("ip", "address", "add", ipv4 + "/24", "dev", "cable");
        run("ip", "-6", "address", "add", ipv6 + "/64", "dev", "cable", "nodad");
        run("ip", "link", "set", "cable", "up");
    }

    @Override
    public void close() {
        entrance.descendants().forEach(ProcessHandle::destroyForcibly);
        entrance.destroyForcibly().onExit().join();
    }

    private static Optional<Long> holder(Process entrance) {
        return entrance.children()
                .map(ProcessHandle::pid)
                .filter(Machine::isHolder)
                .findFirst();
    }

    /** Before it becomes the holder, the namespaces may not be complete. */
    private static boolean isHolder(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "comm"))
                    .strip()
                    .equals(HOLDER);
        } catch (IOException e) {
            // It has ended; whoever waits for it sees that the entrance has, too.
            return false;
        }
    }
}
