// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Machine;
import org.bailiff.itests.lab.world.Outcome;
import org.bailiff.itests.lab.world.Tool;

/**
 * A Karaf of its own, run by an ordinary user without capabilities. Its processes and mounts are those of a machine of
 * the lab, so that it ends with it; its network is the host's, so that tests reach its JMX server.
 */
final class Karaf {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Machine machine;
    private final Path folder;
    private final Ports ports = Ports.free();
    private Process running;

    private Karaf(Machine machine, Path folder) {
        this.machine = machine;
        this.folder = folder;
    }

    /** Copies the Karaf that was unpacked to where its user can read and write it, and configures it. */
    static Karaf install(Machine machine, Path folder) throws IOException, InterruptedException {
        Tool.succeed(List.of("cp", "-r", System.getProperty("karaf"), folder.toString()));
        Karaf karaf = new Karaf(machine, folder);
        karaf.configure();
        Tool.succeed(List.of("chown", "-R", Integer.toString(Account.DAEMON.user()), folder.toString()));
        return karaf;
    }

    private void configure() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/karaf/etc"))) {
            for (Path file : files.toList()) {
                Files.copy(file, etc(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        change("org.apache.karaf.management.cfg", "rmiRegistryPort", ports.registry());
        change("org.apache.karaf.management.cfg", "rmiServerPort", ports.server());
        change("org.apache.karaf.shell.cfg", "sshPort", ports.shell());
        Files.writeString(etc("org.ops4j.pax.url.mvn.cfg"), repositories());
    }

    /** Where Karaf finds bundles: its own folder, archives in {@code deploy/}, and what its feature {@code scr} names. */
    private static String repositories() {
        return """
                org.ops4j.pax.url.mvn.useFallbackRepositories = false
                org.ops4j.pax.url.mvn.repositories =
                org.ops4j.pax.url.mvn.localRepository = ${karaf.data}/maven
                org.ops4j.pax.url.mvn.defaultRepositories = \\
                    ${karaf.home.uri}${karaf.default.repository}@id=system, \\
                    ${karaf.data.uri}kar@id=archives@multi, \\
                    ${karaf.base.uri}given@id=given
                """;
    }

    private void change(String file, String key, int value) throws IOException {
        String text = Files.readString(etc(file));
        Files.writeString(etc(file), text.replaceFirst("(?m)^" + key + "\\s*=.*$", key + " = " + value));
    }

    /** A file of its {@code etc/}. */
    Path etc(String name) {
        return folder.resolve("etc").resolve(name);
    }

    /** A file of the folder that it is installed in. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Adds what a Maven repository holds to what Karaf finds. */
    void give(Path repository) throws IOException, InterruptedException {
        Tool.succeed(
                List.of("cp", "-r", repository + "/.", folder.resolve("given").toString()));
        Tool.succeed(List.of("chmod", "-R", "a+rX", folder.resolve("given").toString()));
    }

    /** Starts it; its JMX server answers when this returns. */
    void start() throws Exception {
        List<String> command =
                new ArrayList<>(List.of("nsenter", "-t", Long.toString(machine.pid()), "-m", "-p", "--"));
        command.addAll(
                Account.DAEMON.command(List.of(folder.resolve("bin/karaf").toString(), "daemon")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("karaf.out").toFile());
        builder.environment().putAll(environment());
        running = builder.start();
        Await.until("Karaf is started", PATIENCE, () -> {
            if (!running.isAlive()) {
                throw new AssertionError("Karaf ended: " + Files.readString(folder.resolve("karaf.out")));
            }
            return ports.areOpen();
        });
    }

    private Map<String, String> environment() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"), "HOME", folder.toString(), "JAVA_MAX_MEM", "256m");
    }

    /** Types commands into its shell, as a user who logs in over ssh. Stops at the first that fails. */
    Outcome type(String user, String... commands) throws IOException, InterruptedException {
        Path typed = Files.writeString(folder.resolve("typed"), String.join("\n", commands) + "\n");
        String client = String.join(
                " ",
                folder.resolve("bin/client").toString(),
                "-h 127.0.0.1 -b -a " + ports.shell(),
                "-u " + user,
                "-p " + user,
                "<" + typed);
        return Tool.run(Account.STRANGER.command(List.of("sh", "-c", client)), environment());
    }

    /** Logs in at its JMX server. */
    ManagementClient manage(String user) throws IOException {
        return ManagementClient.connect(ports, user);
    }

    /** Its log. */
    String log() throws IOException {
        return Files.readString(folder.resolve("data/log/karaf.log"));
    }
}
