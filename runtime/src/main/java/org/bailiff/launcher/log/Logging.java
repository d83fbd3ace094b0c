// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Sets {@code java.util.logging} up, which slf4j writes to. */
public final class Logging {
    private static final String LEVEL_VARIABLE = "BAILIFF_LOG_LEVEL";
    private static final Map<String, Level> LEVELS = Map.of(
            "error", Level.SEVERE,
            "warning", Level.WARNING,
            "notice", Level.INFO,
            "info", Level.INFO,
            "debug", Level.FINE,
            "trace", Level.FINEST);

    /** Held, because the log manager forgets the level of a logger that nobody holds. */
    private static final Logger OURS = Logger.getLogger("org.bailiff");

    private Logging() {}

    /** For a daemon: information and up; what is printed past the log becomes entries too. */
    public static void forDaemon(Map<String, String> environment) {
        configure(environment, Level.INFO);
        System.setOut(strayOutput("stdout"));
        System.setErr(strayOutput("stderr"));
    }

    /** For one verb: its output is the user's, so only warnings are logged beside it. */
    public static void forLocalVerb(Map<String, String> environment) {
        configure(environment, Level.WARNING);
    }

    private static void configure(Map<String, String> environment, Level usual) {
        String asked = environment.getOrDefault(LEVEL_VARIABLE, "");
        Level known = LEVELS.get(asked.toLowerCase(Locale.ROOT));
        Level level = known == null ? usual : known;
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        boolean journal = JournalStream.is(environment.get("JOURNAL_STREAM"), Path.of("/proc/self/fd/2"));
        boolean debugging = level.intValue() <= Level.FINE.intValue();
        root.addHandler(new StandardErrorHandler(
                new FileOutputStream(FileDescriptor.err), new LogFormat(ZoneId.systemDefault(), journal, debugging)));
        // The JDK's own loggers say much on debug and nothing about us.
        root.setLevel(level.intValue() < Level.INFO.intValue() ? Level.INFO : level);
        OURS.setLevel(level);
        if (known == null && !asked.isEmpty()) {
            OURS.warning(LEVEL_VARIABLE + "=" + asked + " is not a level; use error, warning, info, debug or trace");
        }
    }

    private static PrintStream strayOutput(String name) {
        return new PrintStream(new StrayOutput(Logger.getLogger(name)), true, StandardCharsets.UTF_8);
    }
}
