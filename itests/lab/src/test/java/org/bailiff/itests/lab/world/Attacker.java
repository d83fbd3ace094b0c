// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** Sits on a machine of its own and guesses passwords, with the real ssh client. */
public final class Attacker {
    private static final int CONNECT_MILLIS = 1000;
    private static final int GUESSES_A_CONNECTION = 2;
    /** A ban cuts the connection in the middle of a guess, and the client would wait for minutes. */
    private static final int CONNECTION_SECONDS = 3;
    /** More than enough guesses for any jail of the lab, and few enough to end soon if nobody bans. */
    private static final int CONNECTIONS = 20;

    private final Machine machine;
    private final Path passwords;
    private final PrintWriter orders;
    private final BufferedReader answers;

    private Attacker(Machine machine, Path passwords, Process agent) {
        this.machine = machine;
        this.passwords = passwords;
        this.orders = new PrintWriter(agent.outputWriter(StandardCharsets.US_ASCII), true);
        this.answers = new BufferedReader(new InputStreamReader(agent.getInputStream(), StandardCharsets.US_ASCII));
    }

    public static Attacker on(Machine machine, Path folder) throws Exception {
        Path passwords = Files.writeString(folder.resolve("guess"), "#!/bin/sh\necho guess\n");
        Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rwxr-xr-x"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process agent = new ProcessBuilder(machine.command(List.of(
                        java,
                        "-Xshare:auto",
                        // In a process namespace its number is taken elsewhere, of which it would complain among its
                        // answers.
                        "-XX:-UsePerfData",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConnectAgent.class.getName())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Attacker(machine, passwords, agent);
    }

    /** Whether a TCP connection comes about within a second. */
    public boolean connects(Route route) throws IOException {
        return connects(route, SshServer.PORT);
    }

    /** Whether a TCP connection to a port comes about within a second. */
    public boolean connects(Route route, int port) throws IOException {
        return tryPort(route, port).equals("connected");
    }

    /** Whether packets to a port are answered within a second, if only by a refusal. */
    public boolean isAnswered(Route route, int port) throws IOException {
        String answer = tryPort(route, port);
        return answer.equals("connected") || answer.equals("failed Connection refused");
    }

    private String tryPort(Route route, int port) throws IOException {
        orders.println(String.join(
                " ", route.attacker(), route.server(), String.valueOf(port), String.valueOf(CONNECT_MILLIS)));
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the agent on the attacker's machine has ended");
        }
        return answer;
    }

    /** Sends many packets that nobody answers. */
    public void flood(Route route, int packets) throws IOException, InterruptedException {
        String send = "for i in $(seq " + packets + "); do echo > /dev/udp/" + route.server() + "/9; done";
        machine.run("bash", "-c", send);
    }

    /** Guesses passwords of {@code root} over one connection, in vain. */
    public void guess(Route route) throws IOException, InterruptedException {
        Tool.run(
                machine.command(List.of(
                        "timeout",
                        Integer.toString(CONNECTION_SECONDS),
                        "ssh",
                        "-F",
                        "none",
                        "-b",
                        route.attacker(),
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
                Map.of("SSH_ASKPASS", passwords.toString(), "SSH_ASKPASS_REQUIRE", "force"));
    }

    /**
     * Guesses until no connection comes about any more.
     *
     * @throws AssertionError if it could go on and on
     */
    public void bruteForceUntilCutOff(Route route) throws IOException, InterruptedException {
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            guess(route);
            if (!connects(route)) {
                return;
            }
        }
        throw new AssertionError(
                route.attacker() + " guessed over " + CONNECTIONS + " connections and was not cut off");
    }
}
