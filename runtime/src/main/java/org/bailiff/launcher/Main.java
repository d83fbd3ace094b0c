// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.launcher.client.Client;
import org.bailiff.launcher.client.SocketFinder;
import org.bailiff.launcher.framework.Daemon;
import org.bailiff.launcher.framework.LocalVerb;
import org.bailiff.launcher.framework.LocalVerbs;
import org.bailiff.launcher.help.HelpShelf;
import org.bailiff.launcher.help.HelpVerb;
import org.bailiff.launcher.manual.BashCompletion;
import org.bailiff.launcher.top.Top;

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
        String verb = commandLine.verb();
        if (!commandLine.switches().isEmpty() && !verb.equals("run")) {
            throw new LaunchException(
                    ExitStatus.USAGE, commandLine.switches().iterator().next() + " is an option of 'bailiff run' only");
        }
        if (asksForHelp()) {
            Optional<String> help = help().of(verb, false);
            // The help of a plug-in's verb may be known to the daemon alone.
            return help.isPresent() ? print(help.get()) : askWhether(verb);
        }
        switch (verb) {
            case "run":
                refuseArguments();
                return new Daemon(folders, switches(), environment).run();
            case "prepare":
                refuseArguments();
                return new Preparation(folders.home(), Clock.systemDefaultZone()).run();
            case "version":
                return version();
            case "help":
                return printHelp();
            case "top":
                return new Top(this::answer, System.out, InstantSource.system())
                        .run(commandLine.arguments(), Boolean.getBoolean("bailiff.terminal"));
            case "completion":
                return printCompletion();
            default:
                return LocalVerbs.isLocal(verb)
                        ? new LocalVerb(folders, verb, commandLine.arguments(), environment).run()
                        : askWhether(verb);
        }
    }

    private boolean asksForHelp() {
        List<String> arguments = commandLine.arguments();
        int help = arguments.indexOf("--help");
        int words = arguments.indexOf("--");
        return help >= 0 && (words < 0 || help < words) || arguments.equals(List.of("-h"));
    }

    private HelpVerb help() {
        return new HelpVerb(new HelpShelf(folders.home()));
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

    private int printHelp() throws LaunchException {
        List<String> words = new ArrayList<>(commandLine.arguments());
        boolean json = words.removeAll(List.of("--json"));
        if (words.isEmpty()) {
            return print(help().all(json));
        }
        Optional<String> text = help().of(words.get(0), json);
        return text.isPresent() ? print(text.get()) : askWhether(words.get(0));
    }

    private int printCompletion() throws LaunchException {
        if (!commandLine.arguments().equals(List.of("bash"))) {
            throw new LaunchException(ExitStatus.USAGE, "there is a completion for bash: bailiff completion bash");
        }
        return print(BashCompletion.of(new HelpShelf(folders.home()).all().values()));
    }

    private int ask() throws LaunchException {
        SocketFinder finder = new SocketFinder(folders.data(), environment);
        return new Client(finder, System.out, System.err, Boolean.getBoolean("bailiff.colours")).ask(commandLine);
    }

    private String answer(String verb, List<String> arguments) throws LaunchException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(answer, false, StandardCharsets.UTF_8);
        SocketFinder finder = new SocketFinder(folders.data(), environment);
        int code = new Client(finder, out, out, false).ask(commandLine.option("--socket"), verb, arguments);
        out.flush();
        String text = answer.toString(StandardCharsets.UTF_8);
        if (code != ExitStatus.OK) {
            throw new LaunchException(code, text.strip());
        }
        return text;
    }

    /** What the launcher does not know by name is the daemon's verb, or a plug-in's, which only the daemon knows. */
    private int askWhether(String verb) throws LaunchException {
        try {
            return ask();
        } catch (LaunchException e) {
            if (e.exitStatus() == ExitStatus.NOT_RUNNING && !help().knows(verb)) {
                throw new LaunchException(ExitStatus.USAGE, help().unknown(verb), e);
            }
            throw e;
        }
    }

    private void refuseArguments() throws LaunchException {
        if (!commandLine.arguments().isEmpty()) {
            throw new LaunchException(
                    ExitStatus.USAGE,
                    "'bailiff " + commandLine.verb() + "' does not know '"
                            + commandLine.arguments().get(0) + "'; see 'bailiff help " + commandLine.verb() + "'");
        }
    }

    private static int print(String text) {
        PrintStream out = System.out;
        out.print(text);
        return out.checkError() ? ExitStatus.FAILED : ExitStatus.OK;
    }
}
