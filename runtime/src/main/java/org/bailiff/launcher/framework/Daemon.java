// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.Folders;
import org.bailiff.launcher.LaunchException;
import org.bailiff.launcher.Version;
import org.bailiff.launcher.log.Logging;

/** {@code bailiff run}: the daemon, from its start to the exit that a signal, a verb or a bundle asks for. */
public final class Daemon {
    private static final Logger LOG = Logger.getLogger(Daemon.class.getName());
    /** With the JVM's own end it stays under the 5 s that are promised for SIGTERM. */
    private static final Duration LONGEST_END = Duration.ofMillis(4500);

    /** A plug-in that takes longer to start or stop hangs. */
    private static final Duration PLUG_IN_PATIENCE = Duration.ofSeconds(10);

    /** Without these services it would run and keep nobody out. */
    private static final List<String> ESSENTIAL =
            List.of("org.bailiff.api.store.Store", "org.bailiff.api.config.Settings", "org.bailiff.api.jail.Jails");

    private static final List<String> CONFIGURATION = List.of("org.bailiff.config");

    /** They show and change what the others do; no jail needs them. */
    private static final List<String> VIEWS =
            List.of("org.bailiff.control", "org.bailiff.management", "org.bailiff.metrics");

    /** What bundles may react to; without a reaction they have no effect, while their usual one would end the process. */
    private static final List<String> SIGNALS = List.of("HUP", "USR1");

    private final Folders folders;
    private final Switches switches;
    private final Map<String, String> environment;
    private final ExitRequest exit = new ExitRequest(LONGEST_END, Daemon::halt);

    /**
     * How it runs otherwise than usual.
     *
     * @param rootAllowed whether it may run as root
     * @param simulating whether all jails decide and show, and do not enforce
     */
    public record Switches(boolean rootAllowed, boolean simulating) {}

    public Daemon(Folders folders, Switches switches, Map<String, String> environment) {
        this.folders = folders;
        this.switches = switches;
        this.environment = environment;
    }

    /** Returns the exit code when the daemon has ended; what keeps it from running is in the log. */
    public int run() {
        Logging.forDaemon(environment);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) ->
                LOG.log(Level.SEVERE, thrown, () -> "the thread " + thread.getName() + " ended unexpectedly"));
        Signals.on("TERM", () -> exit.accept(ExitStatus.OK));
        Signals.on("INT", () -> exit.accept(ExitStatus.OK));
        try {
            return serve();
        } catch (LaunchException e) {
            LOG.log(Level.SEVERE, e.getMessage());
            LOG.log(Level.FINE, "the reason in full", e);
            return e.exitStatus();
        }
    }

    private int serve() throws LaunchException {
        refuseRoot();
        refuseNoConfiguration();
        refuseToBeAttached();
        SocketPlace.refuseTooLong(SocketPlace.of(folders.data(), environment));
        boolean takesFiles = new DataDirectory(folders.data()).prepare();
        Outside outside = Outside.of(folders.data(), environment);
        try (StorageLock lock = StorageLock.of(folders.data(), outside);
                Workplace workplace = Workplace.of(lock.folder(), outside);
                FrameworkSession session = new FrameworkSession(settings(workplace, takesFiles), exit)) {
            for (String signal : SIGNALS) {
                Signals.on(signal, new SignalReactions(session.context(), signal));
            }
            BundleFolder bundles = new BundleFolder(folders.home().resolve("bundles"));
            session.install(new BundleFolder(folders.home().resolve("system")).jars(), StartLevels.SYSTEM);
            List<String> others = new ArrayList<>(LocalVerbs.inNoDaemon());
            others.addAll(CONFIGURATION);
            others.addAll(VIEWS);
            session.install(bundles.jarsBut(others), StartLevels.BUNDLES);
            PlugIns plugIns = plugIns(session);
            plugIns.begin();
            session.install(bundles.jars(CONFIGURATION), StartLevels.CONFIGURATION);
            session.install(bundles.jars(VIEWS), StartLevels.VIEWS);
            try (StartWait wait = StartWait.begin(plugIns, PLUG_IN_PATIENCE)) {
                session.start();
            }
            return serve(session, plugIns);
        }
    }

    private int serve(FrameworkSession session, PlugIns plugIns) throws LaunchException {
        session.settle();
        if (exit.isMade()) {
            // Whoever asked for it has said why: that is to be the last line.
            return exit.await();
        }
        try (DeployWatch watch = DeployWatch.start(plugIns)) {
            session.require(ESSENTIAL);
            LOG.info(() -> "Ready: version " + Version.text() + ", configuration in " + folders.etc() + ", data in "
                    + folders.data() + (switches.simulating() ? "; simulating: nothing is enforced" : ""));
            return exit.await();
        }
    }

    private Map<String, String> settings(Workplace workplace, boolean takesFiles) throws LaunchException {
        Map<String, String> settings =
                FrameworkSettings.of(folders, socket(workplace, takesFiles), workplace.storage());
        settings.put(FrameworkProperties.SIMULATE, Boolean.toString(switches.simulating()));
        return settings;
    }

    private Path socket(Workplace workplace, boolean takesFiles) throws LaunchException {
        if (takesFiles || SocketPlace.runtimeDirectory(environment).isPresent()) {
            return SocketPlace.of(folders.data(), environment);
        }
        Path socket = workplace.socket();
        SocketPlace.refuseTooLong(socket);
        LOG.warning(() -> "the control socket is outside the data directory; reach it with --socket " + socket);
        return socket;
    }

    private PlugIns plugIns(FrameworkSession session) {
        DeployFolder folder = new DeployFolder(folders.deploy(), new EarlySettings(folders.etc()).deployWritable());
        PlugIns plugIns = new PlugIns(
                folder, new PlugInBundles(session.context(), new Steps(PLUG_IN_PATIENCE)), Clock.systemUTC());
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(FrameworkProperties.PLUG_INS, true);
        Supplier<List<String>> lines = plugIns::lines;
        session.context().registerService(Supplier.class, lines, properties);
        return plugIns;
    }

    private void refuseRoot() throws LaunchException {
        if (ProcessUser.id() == 0 && !switches.rootAllowed()) {
            throw new LaunchException(
                    ExitStatus.FAILED,
                    "refusing to run as root: Bailiff needs no right but to read the logs and to write its lists;"
                            + " run it as a user of its own, or give --allow-root");
        }
    }

    /** Without a folder there is not one jail: a slip in its name must not look like a daemon at work. */
    private void refuseNoConfiguration() throws LaunchException {
        if (!Files.isDirectory(folders.etc())) {
            throw new LaunchException(
                    ExitStatus.CONFIGURATION,
                    "there is no folder " + folders.etc()
                            + " with a configuration; name it with --etc DIR or BAILIFF_ETC");
        }
    }

    /** Only an option of the JVM keeps others from attaching, and it has been started by now. */
    private void refuseToBeAttached() throws LaunchException {
        if (!new EarlySettings(folders.etc()).attachAllowed() && !AttachMechanism.isDisabled()) {
            throw new LaunchException(
                    ExitStatus.CONFIGURATION,
                    folders.etc().resolve("bailiff.conf")
                            + " says that nobody may attach to the process, and this Java was started without"
                            + " -XX:+DisableAttachMechanism; start it with bin/bailiff, and write 'attach = no' on a line"
                            + " of its own");
        }
    }

    private static void halt(int exitCode) {
        LOG.warning("the end took over " + LONGEST_END.toMillis() + " ms; ending without waiting further");
        Runtime.getRuntime().halt(exitCode);
    }
}
