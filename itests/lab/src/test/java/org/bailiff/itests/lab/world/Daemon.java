// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shipped daemon on a machine, started and asked as a user would. */
public final class Daemon {
    /** How long anything may take that the daemon does at once; the machine may be busy. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Machine machine;
    private final Distribution distribution;
    private final Path data;
    private final Path output;
    private final Map<String, String> environment;
    private Account account = Account.DAEMON;
    private String javaOptions = "";
    private Background running;

    Daemon(Machine machine, Distribution distribution, Path folder, Optional<Path> java) {
        this.machine = machine;
        this.distribution = distribution;
        this.data = folder.resolve("data");
        this.output = folder.resolve("daemon.out");
        this.environment = new HashMap<>(Map.of("BAILIFF_DATA", data.toString()));
        java.ifPresent(home -> environment.put("JAVA_HOME", home.toString()));
    }

    /** Gives it a runtime directory, as systemd does, from the next start on; callers are told of it. */
    public void takeRuntimeDirectory(Path folder) throws IOException {
        Files.setAttribute(folder, "unix:uid", Account.DAEMON.user());
        Files.setAttribute(folder, "unix:gid", Account.DAEMON.group());
        environment.put("RUNTIME_DIRECTORY", folder.toString());
        environment.put("BAILIFF_SOCKET", folder.resolve("control").toString());
    }

    /** Gives its Java machine more options, from the next start on; those that ask it have none. */
    public void takeJavaOptions(String options) {
        javaOptions = options;
    }

    /** Sends it a signal, e.g. {@code USR1}. */
    public void signal(String name) throws IOException, InterruptedException {
        Tool.succeed(List.of("kill", "-" + name, Long.toString(running.process().pid())));
    }

    /** Returns when the process that was started last has ended by itself; the answer is its exit code. */
    public int awaitEnd() throws InterruptedException {
        return running.awaitExit();
    }

    /** Lets its user be a member of one more group, from the next start on. */
    public void join(int group) {
        account = Account.DAEMON.in(group);
    }

    /** Starts it as its user, without a capability; it answers when this returns. */
    public void start() throws Exception {
        launch();
        Await.until("the daemon answers", PATIENCE, () -> {
            if (!running.isRunning()) {
                throw new AssertionError("the daemon ended at once: " + running.output());
            }
            return ask(Account.DAEMON, "ping").succeeded();
        });
    }

    /** Starts it, and does not wait for what becomes of it. */
    public void launch() throws Exception {
        makeData();
        Map<String, String> own = new HashMap<>(environment);
        // What it would rehearse takes some seconds of the processor, in each test.
        own.put("BAILIFF_JAVA_OPTIONS", "-Dbailiff.rehearsal=0 " + javaOptions);
        running = Background.start(machine, account.command(runCommand()), own, output);
    }

    /** Makes its data directory, as its package would. */
    public void makeData() throws IOException {
        if (Files.notExists(data)) {
            Files.createDirectory(data);
            Files.setAttribute(data, "unix:uid", Account.DAEMON.user());
            Files.setAttribute(data, "unix:gid", Account.DAEMON.group());
        }
    }

    /** Whether the process that was started last is there. */
    public boolean isRunning() {
        return running.isRunning();
    }

    /** Tries to run another daemon on the same data directory, as the user, until it ends by itself. */
    public Outcome runAnother(Account account, String... options) throws IOException, InterruptedException {
        List<String> command = Lists.concat(runCommand(), List.of(options));
        return Tool.run(machine.command(account.command(command)), environment);
    }

    /** Asks it on its socket. */
    public Outcome ask(Account account, String... words) throws IOException, InterruptedException {
        List<String> command = Lists.concat(List.of(distribution.command()), List.of(words));
        return Tool.run(machine.command(account.command(command)), environment);
    }

    /** Prints, without a daemon, what root has to do once for the configured jails. */
    public String firewallScript(String... options) throws IOException, InterruptedException {
        List<String> command = Lists.concat(
                List.of(
                        distribution.command(),
                        "firewall",
                        "--user",
                        Integer.toString(Account.DAEMON.user()),
                        "--etc",
                        distribution.etc().toString()),
                List.of(options));
        return Tool.succeed(machine.command(Account.STRANGER.command(command)));
    }

    /** What it says of a jail; empty if it knows no such jail. */
    public Optional<JsonObject> jail(String name) throws IOException, InterruptedException {
        Outcome outcome = ask(Account.DAEMON, "status", "--json");
        if (!outcome.succeeded()) {
            throw new IOException("status ended with " + outcome.exitCode() + ": " + outcome.err());
        }
        for (JsonElement jail :
                JsonParser.parseString(outcome.out()).getAsJsonObject().getAsJsonArray("jails")) {
            if (jail.getAsJsonObject().get("name").getAsString().equals(name)) {
                return Optional.of(jail.getAsJsonObject());
            }
        }
        return Optional.empty();
    }

    /** Returns when the jail is in this state, as the beans word it. */
    public void awaitState(String jail, String state) throws Exception {
        try {
            Await.until(jail + " is " + state, PATIENCE, () -> jail(jail)
                    .filter(status -> status.get("state").getAsString().equals(state))
                    .isPresent());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; seen: " + jail(jail) + "\n" + output(), e);
        }
    }

    /** When the ban of an address ends; empty if the jail does not ban it, or is not there yet. */
    public Optional<Instant> banEnd(String jail, String address) throws IOException, InterruptedException {
        Optional<JsonObject> known = jail(jail);
        for (JsonElement ban :
                known.map(status -> status.getAsJsonArray("banned")).orElseGet(JsonArray::new)) {
            if (ban.getAsJsonObject().get("address").getAsString().equals(address)) {
                return Optional.of(
                        Instant.parse(ban.getAsJsonObject().get("until").getAsString()));
            }
        }
        return Optional.empty();
    }

    /** Its process, for whoever wants to look at it from outside. */
    public ProcessHandle process() {
        return running.process();
    }

    /** All it has said. */
    public String output() throws IOException {
        return Files.readString(output);
    }

    /** Ends it in order; the answer is its exit code. */
    public int stop() throws InterruptedException {
        return running.end();
    }

    /** Ends it as a power cut would. */
    public void kill() throws InterruptedException {
        running.kill();
    }

    private List<String> runCommand() {
        return List.of(
                distribution.command(), "run", "--etc", distribution.etc().toString(), "--data", data.toString());
    }
}
