// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.bailiff.text.SafeText;

/** The levels of the daemon's loggers, in the words of {@code BAILIFF_LOG_LEVEL}. Thread-safe. */
final class LogLevels {
    /** The logger of all that is ours. */
    static final String OURS = "org.bailiff";

    private static final String DEFAULT = "default";
    private static final int LONGEST_NAME = 200;
    private static final Map<String, Level> LEVELS = new LinkedHashMap<>();

    static {
        LEVELS.put("error", Level.SEVERE);
        LEVELS.put("warning", Level.WARNING);
        LEVELS.put("info", Level.INFO);
        LEVELS.put("debug", Level.FINE);
        LEVELS.put("trace", Level.FINEST);
    }

    /** The changed loggers, held because nobody else may: a logger that is collected loses its level. Guarded by this. */
    private final Map<String, Changed> changed = new HashMap<>();

    private record Changed(Logger logger, Level before) {}

    /** Each logger with a level of its own, by name; the one of all others is {@code (all)}. */
    synchronized Map<String, String> inForce() {
        Map<String, String> levels = new TreeMap<>();
        LogManager.getLogManager().getLoggerNames().asIterator().forEachRemaining(name -> {
            Logger logger = LogManager.getLogManager().getLogger(name);
            if (logger != null && logger.getLevel() != null) {
                levels.put(name.isEmpty() ? "(all)" : name, word(logger.getLevel()));
            }
        });
        return levels;
    }

    /** The level on which the logger works, its own or that of the one above it. */
    synchronized String of(String name) {
        Logger logger = Logger.getLogger(checked(name));
        while (logger.getLevel() == null && logger.getParent() != null) {
            logger = logger.getParent();
        }
        return logger.getLevel() == null ? "info" : word(logger.getLevel());
    }

    /**
     * Gives a logger a level, or with {@code default} back the one that it started with.
     *
     * @throws IllegalArgumentException if there is no such level, or no logger can have the name; the message is a
     *     sentence for the caller
     */
    synchronized void set(String name, String level) {
        Logger logger = Logger.getLogger(checked(name));
        String word = level.toLowerCase(Locale.ROOT);
        if (word.equals(DEFAULT)) {
            Changed was = changed.remove(name);
            if (was != null) {
                logger.setLevel(was.before());
            }
            return;
        }
        if (!LEVELS.containsKey(word)) {
            throw new IllegalArgumentException("'" + SafeText.of(level, 60) + "' is none of "
                    + String.join(", ", LEVELS.keySet()) + ", " + DEFAULT + ".");
        }
        changed.putIfAbsent(name, new Changed(logger, logger.getLevel()));
        logger.setLevel(LEVELS.get(word));
    }

    private static String checked(String name) {
        if (name.length() > LONGEST_NAME || !name.matches("[A-Za-z0-9_.$-]+")) {
            throw new IllegalArgumentException("'" + SafeText.of(name, 60) + "' is not the name of a logger, e.g. "
                    + OURS + " or " + OURS + ".jail.");
        }
        return name;
    }

    private static String word(Level level) {
        for (Map.Entry<String, Level> known : LEVELS.entrySet()) {
            if (level.intValue() >= known.getValue().intValue()) {
                return known.getKey();
            }
        }
        return "trace";
    }
}
