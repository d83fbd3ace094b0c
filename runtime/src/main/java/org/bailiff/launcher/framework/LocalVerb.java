// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bailiff.launcher.Folders;
import org.bailiff.launcher.LaunchException;
import org.bailiff.launcher.log.Logging;

/**
 * A verb that needs no daemon, in a framework with only the bundles it needs. The control bundle carries it out and
 * asks for the exit.
 */
public final class LocalVerb {
    private static final Duration LONGEST_END = Duration.ofMillis(4500);
    /** The ends by a signal, as a shell reports them. */
    private static final int HUNG_UP = 129;

    private static final int INTERRUPTED = 130;
    private static final int TERMINATED = 143;

    private final Folders folders;
    private final String verb;
    private final List<String> arguments;
    private final Map<String, String> environment;
    private final ExitRequest exit =
            new ExitRequest(LONGEST_END, code -> Runtime.getRuntime().halt(code));

    public LocalVerb(Folders folders, String verb, List<String> arguments, Map<String, String> environment) {
        this.folders = folders;
        this.verb = verb;
        this.arguments = List.copyOf(arguments);
        this.environment = environment;
    }

    /** Returns the verb's exit code. */
    public int run() throws LaunchException {
        Logging.forLocalVerb(environment);
        try (TemporaryFolder storage = TemporaryFolder.make()) {
            Signals.on("TERM", () -> exit.accept(TERMINATED));
            Signals.on("INT", () -> exit.accept(INTERRUPTED));
            Signals.on("HUP", () -> exit.accept(HUNG_UP));
            return run(storage.path());
        }
    }

    private int run(Path storage) throws LaunchException {
        Path socket = SocketPlace.of(folders.data(), environment);
        Map<String, String> settings =
                FrameworkSettings.ofLocalVerb(folders, socket, storage.resolve("storage"), verb, arguments);
        try (FrameworkSession session = new FrameworkSession(settings, exit)) {
            session.install(new BundleFolder(folders.home().resolve("system")).jars(), StartLevels.SYSTEM);
            session.install(
                    new BundleFolder(folders.home().resolve("bundles")).jars(LocalVerbs.bundlesOf(verb)),
                    StartLevels.BUNDLES);
            session.start();
            return exit.await();
        }
    }
}
