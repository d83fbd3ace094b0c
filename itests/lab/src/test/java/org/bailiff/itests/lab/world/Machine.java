// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A machine of the lab: a network, a process and a mount namespace. It is gone, with all that is in it, when closed. */
public final class Machine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process holder;
    private final long pid;

    private Machine(Process holder, long pid) {
        this.holder = holder;
        this.pid = pid;
    }

    /** Starts a machine without any interface but its own loopback. */
    public static Machine boot() throws Exception {
        Process holder = new ProcessBuilder(
                        "unshare",
                        "--net",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "--mount",
                        "--propagation",
                        "private",
                        "--mount-proc",
                        "cat")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Machine machine = new Machine(holder, firstProcess(holder));
        machine.run("ip", "link", "set", "lo", "up");
        return machine;
    }

    /** The process that holds the namespaces, as the host counts. */
    public long pid() {
        return pid;
    }

    /** The command, to be run on this machine. */
    public List<String> command(List<String> command) {
        List<String> entering = new ArrayList<>(List.of("nsenter", "-t", Long.toString(pid), "-n", "-m", "-p", "--"));
        entering.addAll(command);
        return entering;
    }

    /** Runs a command on this machine that has to work. */
    public String run(String... command) throws IOException, InterruptedException {
        return Tool.succeed(command(List.of(command)));
    }

    /** Gives the machine a copy of a folder, so that what changes there changes nothing on the host. */
    public void isolate(String folder, Path workspace) throws IOException, InterruptedException {
        Path copy = Files.createDirectory(workspace.resolve("copy-of" + folder.replace('/', '-')));
        run("mount", "-t", "tmpfs", "-o", "mode=0755", "tmpfs", copy.toString());
        run("cp", "-a", folder + "/.", copy.toString());
        run("mount", "--move", copy.toString(), folder);
    }

    /** A file as processes of this machine see it. */
    public Path file(String path) {
        return Path.of("/proc", Long.toString(pid), "root", path);
    }

    /** Lays a cable to another machine; each end has its machine's name. */
    public void connect(String name, Machine other, String otherName) throws IOException, InterruptedException {
        // Only the network is entered: the other end is named by a process id as the host counts.
        Tool.succeed(List.of(
                "nsenter",
                "-t",
                Long.toString(pid),
                "-n",
                "ip",
                "link",
                "add",
                name,
                "type",
                "veth",
                "peer",
                "name",
                otherName,
                "netns",
                Long.toString(other.pid)));
    }

    /** Gives an interface its addresses, each with a prefix length, and switches it on. */
    public void configure(String device, List<String> addresses) throws IOException, InterruptedException {
        for (String address : addresses) {
            if (address.contains(":")) {
                run("ip", "-6", "address", "add", address, "dev", device, "nodad");
            } else {
                run("ip", "address", "add", address, "dev", device);
            }
        }
        run("ip", "link", "set", device, "up");
    }

    /** The commands of the processes that run here as root. */
    public List<String> rootCommands() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(this::runsHere)
                    .map(Path::getFileName)
                    .map(id -> ProcessStatus.of(Long.parseLong(id.toString())))
                    .flatMap(Optional::stream)
                    .filter(ProcessStatus::isRoot)
                    .map(ProcessStatus::name)
                    .collect(Collectors.toList());
        }
    }

    @Override
    public void close() {
        holder.descendants().forEach(ProcessHandle::destroyForcibly);
        holder.destroyForcibly().onExit().join();
    }

    private boolean runsHere(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("ns/pid"))
                    .equals(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "ns/pid")));
        } catch (IOException e) {
            // It ended between the listing and the look at it.
            return false;
        }
    }

    private static long firstProcess(Process holder) throws Exception {
        return Await.value("the namespaces are there", PATIENCE, () -> holder.children()
                        .filter(child -> ProcessStatus.of(child.pid())
                                .filter(status -> status.name().equals("cat"))
                                .isPresent())
                        .findFirst())
                .pid();
    }
}
