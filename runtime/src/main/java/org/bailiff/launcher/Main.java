// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bailiff.launcher.client.Client;
import org.bailiff.launcher.client.SocketFinder;
import org.bailiff.launcher.framework.Daemon;
import org.bailiff.launcher.framework.LocalVerb;

/** Where {@code bin/bailiff} enters. */
public final class Main {
    private final CommandLine commandLine;
    private final Folders folders;
    private final Map<String, String> environment;

    private Main(CommandLine commandLine, Map<String, String> environment, Path home) {
        this.commandLine = commandLine;
        this.folders = Folders.of(commandLine, environment, home);
        this.environment = environment;
    }

    public static void main(String[] typed) {
        System.exit(run(typed));
    }

    private static int run(String... typed) {
        try {
            Path home = Path.of(System.getProperty("bailiff.home", "")).toAbsolutePath();
            return new Main(CommandLine.parse(typed), System.getenv(), home).run();
        } catch (LaunchException e) {
            System.err.println("bailiff: " + e.getMessage());
            return e.exitStatus();
        }
    }

    private int run() throws LaunchException {
        Verb verb = Verbs.find(commandLine.verb());
        if (!commandLine.switches().isEmpty() && !commandLine.verb().equals("run")) {
            throw new LaunchException(
                    ExitStatus.USAGE, commandLine.switches().iterator().next() + " is an option of 'bailiff run' only");
        }
        if (verb == null) {
            return askWhether(commandLine.verb());
        }
        if (commandLine.arguments().equals(List.of("--help"))) {
            return print(Help.of(verb));
        }
        switch (verb.kind()) {
            case LAUNCHER:
                return launch(verb);
            case LOCAL:
                return new LocalVerb(folders, verb.name(), commandLine.arguments(), environment).run();
            case DAEMON:
                return ask();
        }
        throw new AssertionError(verb.kind());
    }

    private int launch(Verb verb) throws LaunchException {
        switch (verb.name()) {
            case "run":
                refuseArguments();
                return new Daemon(folders, switches(), environment).run();
            case "version":
                return version();
            default:
                return help();
        }
    }

    private Daemon.Switches switches() {
        return new Daemon.Switches(commandLine.has(CommandLine.ALLOW_ROOT), commandLine.has(CommandLine.SIMULATE));
    }

    private int version() throws LaunchException {
        if (commandLine.arguments().equals(List.of("--json"))) {
            return print("{\"version\":\"" + Version.text() + "\"}\n");
        }
        refuseArguments();
        return print("bailiff " + Version.text() + "\n");
    }

    private int help() throws LaunchException {
        if (commandLine.arguments().isEmpty()) {
            return print(Help.all());
        }
        String name = commandLine.arguments().get(0);
        Verb asked = Verbs.find(name);
        return asked == null ? askWhether(name) : print(Help.of(asked));
    }

    private int ask() throws LaunchException {
        SocketFinder finder = new SocketFinder(folders.data(), environment);
        return new Client(finder, System.out, System.err).ask(commandLine);
    }

    /** The word may be a plug-in's verb, which only a daemon knows. */
    private int askWhether(String word) throws LaunchException {
        try {
            return ask();
        } catch (LaunchException e) {
            if (e.exitStatus() == ExitStatus.NOT_RUNNING) {
                throw new LaunchException(ExitStatus.USAGE, Verbs.unknown(word), e);
            }
            throw e;
        }
    }

    private void refuseArguments() throws LaunchException {
        if (!commandLine.arguments().isEmpty()) {
            throw new LaunchException(
                    ExitStatus.USAGE,
                    "'bailiff " + commandLine.verb() + "' does not know '"
                            + commandLine.arguments().get(0) + "'; usage: bailiff "
                            + Verbs.find(commandLine.verb()).title());
        }
    }

    private static int print(String text) {
        PrintStream out = System.out;
        out.print(text);
        return out.checkError() ? ExitStatus.FAILED : ExitStatus.OK;
    }
}
