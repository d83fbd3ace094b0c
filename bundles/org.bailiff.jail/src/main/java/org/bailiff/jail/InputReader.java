// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.dialect.Reference;
import org.bailiff.text.SafeText;

/** Reads the keys that say where a jail's lines come from. What a path or an expression is worth, its source says. */
final class InputReader {
    static final String BACKEND = "backend";
    private static final String JOURNAL_BACKEND = "systemd";
    private static final String NO_LOG = "the jail names no log to read; write one path or glob a line, e.g. "
            + "/var/log/auth.log, or backend = systemd to read the journal";
    private static final String NO_ADDRESS = "the jail names no address to receive syslog at; write one a line, e.g. "
            + "udp://127.0.0.1:5514, tcp://127.0.0.1:5514 or unix:/run/bailiff/log";
    private static final String KINDS = "write systemd for the journal, syslog to receive it, or auto, polling,"
            + " pyinotify or gamin, which all mean the same here: files";
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9._-]{0,39}");
    private static final Set<String> FILE_BACKENDS = Set.of("auto", "polling", "pyinotify", "gamin");

    private final JailConfiguration configuration;
    private final Problems problems;

    /** Takes what is wrong. */
    @FunctionalInterface
    interface Problems {
        void add(Severity severity, String key, String message);
    }

    InputReader(JailConfiguration configuration, Problems problems) {
        this.configuration = configuration;
        this.problems = problems;
    }

    JailSettings.Input read(boolean enabled) {
        String kind = kind(configuration.value(BACKEND).orElse("auto").strip());
        boolean journal = kind.equals(JailSettings.Input.JOURNAL);
        List<JailSettings.Log> paths = paths(kind);
        if (enabled && paths.isEmpty() && !journal && !configuration.readsBans()) {
            problems.add(Severity.ERROR, "logpath", kind.equals(JailSettings.Input.SYSLOG) ? NO_ADDRESS : NO_LOG);
        }
        return new JailSettings.Input(
                kind,
                paths,
                configuration.value("journalmatch").filter(text -> !text.isBlank()),
                configuration.readsBans());
    }

    private String kind(String backend) {
        String name = backend.split("\\[", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (name.equals(JOURNAL_BACKEND)) {
            noteParameters(backend);
            return JailSettings.Input.JOURNAL;
        }
        if (backend.equalsIgnoreCase(JailSettings.Input.SYSLOG)) {
            return JailSettings.Input.SYSLOG;
        }
        return name.isEmpty() || FILE_BACKENDS.contains(name) ? JailSettings.Input.FILE : plugIns(backend, name);
    }

    /** The kind of a plug-in's, which may not be there yet: the jail waits for it, as it does for an action. */
    private String plugIns(String backend, String name) {
        if (!name.equals(backend.toLowerCase(Locale.ROOT))
                || !KIND.matcher(name).matches()) {
            problems.add(Severity.ERROR, BACKEND, "'" + SafeText.of(backend, 60) + "' is no kind of source; " + KINDS);
            return JailSettings.Input.FILE;
        }
        return name;
    }

    /** What to say of a kind that nothing offers, where its name is a word. */
    static String absence(String kind) {
        return "no bundle offers the kind of source '" + kind
                + "', and the jail waits until one in deploy/ does; if none" + " is to, " + KINDS;
    }

    private void noteParameters(String backend) {
        try {
            Set<String> parameters = Reference.parse(backend).parameters().keySet();
            if (!parameters.isEmpty()) {
                problems.add(
                        Severity.WARNING,
                        BACKEND,
                        "parameters of systemd have no effect: the journal of this host's system is read; write "
                                + "backend = systemd");
            }
        } catch (IllegalArgumentException wrong) {
            problems.add(Severity.ERROR, BACKEND, wrong.getMessage());
        }
    }

    private List<JailSettings.Log> paths(String kind) {
        List<JailSettings.Log> paths = new ArrayList<>();
        for (String line : configuration.value("logpath").orElse("").split("\n")) {
            String[] words = line.strip().split("\\s+");
            if (!words[0].isEmpty()) {
                paths.add(new JailSettings.Log(kind, words[0], words.length > 1 && words[1].equals("tail")));
            }
        }
        return paths;
    }
}
