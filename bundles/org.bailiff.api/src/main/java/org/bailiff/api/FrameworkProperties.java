// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Names of the framework properties with which the launcher tells the bundles where they are. All are absolute paths unless said. */
public final class FrameworkProperties {
    /** The distribution's folder. */
    public static final String HOME = "bailiff.home";
    /** The configuration's folder. */
    public static final String ETC = "bailiff.etc";
    /** The data directory. */
    public static final String DATA = "bailiff.data";
    /** The control socket. */
    public static final String SOCKET = "bailiff.socket";
    /** The folder of hot-deployed bundles. */
    public static final String DEPLOY = "bailiff.deploy";
    /** The version of the distribution, e.g. {@code 0.1.0}. */
    public static final String VERSION = "bailiff.version";
    /** Whether the daemon only simulates: {@code true} if all jails decide and show, and do not enforce. */
    public static final String SIMULATE = "bailiff.simulate";
    /** How many bans are rehearsed after the start, a number; absent if none is. */
    public static final String REHEARSAL = "bailiff.rehearsal";
    /** The verb of a command that runs without a daemon; absent in a daemon. */
    public static final String LOCAL_VERB = "bailiff.local.verb";
    /** That verb's arguments, each followed by U+0000, which no argument can hold. */
    public static final String LOCAL_ARGUMENTS = "bailiff.local.arguments";
    /**
     * Service property, value {@code true}, of the {@link java.util.function.IntConsumer} with which a bundle ends the
     * process: it takes the exit code, returns at once, and the framework is stopped in order. Absent where a container
     * owns the process, as in Karaf.
     */
    public static final String EXIT = "bailiff.exit";

    /**
     * Service property, value {@code true}, of the {@link Runnable} that returns when everything that {@code bailiff.conf}
     * says has been opened or refused, or after a few seconds in any case. The launcher runs it before it says that the
     * daemon is ready.
     */
    public static final String SETTLED = "bailiff.settled";

    /**
     * Service property of a {@link Runnable} that is to be run when the process receives a signal; its value is the
     * signal's name without SIG: {@code HUP} (read the configuration again) or {@code USR1} (open log files anew). It may
     * take as long as a reload does.
     */
    public static final String SIGNAL = "bailiff.signal";

    /** Which of Karaf's own folders holds ours, where no launcher tells. */
    private static final Map<String, String> IN_KARAF = Map.of(ETC, "karaf.etc", DATA, "karaf.data");

    /**
     * Service property, value {@code true}, of the {@link java.util.function.Supplier} that tells of the plug-ins in {@link
     * #DEPLOY}: a list of strings, for each jar a line for people, with what is wrong if something is. From memory, at once.
     */
    public static final String PLUG_INS = "bailiff.plugins";

    private FrameworkProperties() {}

    /**
     * The folder that a property names. In a Karaf that does not set it, the configuration is in {@code etc/bailiff} and
     * the data in {@code data/bailiff}.
     *
     * @param name {@link #ETC}, {@link #DATA} or another that names a folder
     * @param properties the framework's properties: {@code context::getProperty}, which answers null for a missing one
     * @return empty if nobody tells
     */
    public static Optional<Path> folder(String name, UnaryOperator<String> properties) {
        return Optional.ofNullable(properties.apply(name)).map(Path::of).or(() -> Optional.ofNullable(
                        IN_KARAF.get(name))
                .map(properties)
                .map(folder -> Path.of(folder, "bailiff")));
    }
}
