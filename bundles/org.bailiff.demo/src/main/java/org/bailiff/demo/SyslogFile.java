// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** A log as syslog writes it: the time, the host, the program, then the message. */
final class SyslogFile {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    private final Path file;
    private final String program;
    private final Clock clock;

    /** @param program e.g. {@code sshd[812]} */
    SyslogFile(Path file, String program, Clock clock) {
        this.file = file;
        this.program = program;
        this.clock = clock;
    }

    /** Appends a message. */
    void write(String message) throws IOException {
        String line = TIME.format(ZonedDateTime.now(clock)) + " server " + program + ": " + message + "\n";
        Files.writeString(file, line, StandardOpenOption.APPEND);
    }

    /** Appends each line that a program says, on a thread of its own, until the program ends. */
    void follow(InputStream messages) {
        Thread thread = new Thread(() -> copy(messages), "bailiff-demo-syslog");
        thread.setDaemon(true);
        thread.start();
    }

    private void copy(InputStream messages) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(messages, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's log " + file + " cannot be written", e);
        }
    }
}
