// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * One line an entry: {@code 2026-11-23 02:20:22,123 bailiff: INFO [sshd] Ban 192.0.2.1}. The brackets are the jail's
 * own words; a logger outside {@code org.bailiff} puts its name there. A throwable is added as {@code (type: message)};
 * its stack follows, line by line, only when debugging. Control characters are shown as escapes, so that no message
 * can forge a line.
 */
final class LogFormat extends Formatter {
    private static final String OURS = "org.bailiff";

    private final DateTimeFormatter time;
    private final boolean journal;
    private final boolean debugging;

    /**
     * @param journal whether the lines go to the systemd journal and so begin with their priority, e.g. {@code <6>}
     * @param debugging whether stacks and the names of our own loggers are shown
     */
    LogFormat(ZoneId zone, boolean journal, boolean debugging) {
        this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS", Locale.ROOT)
                .withZone(zone);
        this.journal = journal;
        this.debugging = debugging;
    }

    @Override
    public String format(LogRecord entry) {
        StringBuilder line = new StringBuilder(160);
        line.append(time.format(entry.getInstant())).append(" bailiff: ");
        line.append(word(entry.getLevel())).append(' ');
        String logger = String.valueOf(entry.getLoggerName());
        if (debugging || !logger.startsWith(OURS)) {
            line.append('[').append(logger).append("] ");
        }
        line.append(formatMessage(entry));
        Throwable thrown = entry.getThrown();
        if (thrown != null) {
            line.append(" (").append(thrown).append(')');
        }
        StringBuilder text = new StringBuilder(line.length() + 16);
        append(text, entry.getLevel(), line.toString());
        if (thrown != null && debugging) {
            stack(thrown).lines().forEach(frame -> append(text, entry.getLevel(), frame.replace("\t", "    ")));
        }
        return text.toString();
    }

    private void append(StringBuilder text, Level level, String line) {
        if (journal) {
            text.append('<').append(priority(level)).append('>');
        }
        for (int index = 0; index < line.length(); index++) {
            char character = line.charAt(index);
            if (Character.isISOControl(character) || character == '\u2028' || character == '\u2029') {
                text.append(String.format("\\u%04x", (int) character));
            } else {
                text.append(character);
            }
        }
        text.append('\n');
    }

    private static String stack(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static String word(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (value >= Level.WARNING.intValue()) {
            return "WARNING";
        }
        return value >= Level.INFO.intValue() ? "INFO" : value >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
    }

    /** As in syslog: 3 error, 4 warning, 6 information, 7 debugging. */
    private static int priority(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return 3;
        }
        return value >= Level.WARNING.intValue() ? 4 : value >= Level.INFO.intValue() ? 6 : 7;
    }
}
