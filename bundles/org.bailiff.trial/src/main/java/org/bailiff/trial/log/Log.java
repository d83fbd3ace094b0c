// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.log;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.text.SafeText;

/**
 * A log as it was typed: a path, also of a file that gzip has packed, {@code -} for standard input, or the text of one
 * line.
 */
public final class Log {
    private static final int GZIP = 0x8b1f;

    private final String typed;
    private final Path directory;
    private final InputStream standardInput;

    /**
     * @param directory what a path is relative to
     */
    public Log(String typed, Path directory, InputStream standardInput) {
        this.typed = typed;
        this.directory = directory;
        this.standardInput = standardInput;
    }

    /** As it was typed. */
    public String name() {
        return typed;
    }

    /** Whether it is standard input or something that is there, and not a line. */
    public boolean isThere() {
        return typed.equals("-") || path().filter(Files::exists).isPresent();
    }

    /**
     * Its lines from the beginning.
     *
     * @param charset in which a line that was typed is written
     * @throws CommandException if it is nothing that can be read; the message says why
     */
    public LineBlock open(Optional<Charset> charset) throws CommandException {
        try {
            return new LineBlock(typed, unpacked(stream(charset)));
        } catch (AccessDeniedException denied) {
            throw unreadable("you may not read it");
        } catch (IOException failed) {
            throw unreadable(String.valueOf(failed.getMessage()));
        }
    }

    private InputStream stream(Optional<Charset> charset) throws IOException, CommandException {
        if (typed.equals("-")) {
            return standardInput;
        }
        Optional<Path> file = path().filter(Files::exists);
        if (file.isPresent() && Files.isDirectory(file.get())) {
            throw unreadable("it is a folder");
        }
        if (file.isPresent()) {
            return Files.newInputStream(file.get());
        }
        if (typed.startsWith("systemd-journal")) {
            throw unreadable("the journal is not read here; give its lines, e.g. journalctl -o short-iso -u ssh |"
                    + " bailiff test - sshd");
        }
        if (typed.chars().noneMatch(Character::isWhitespace)) {
            throw unreadable("there is no such file; a single line holds a blank");
        }
        return new ByteArrayInputStream(typed.getBytes(charset.orElse(StandardCharsets.UTF_8)));
    }

    private Optional<Path> path() {
        try {
            return Optional.of(directory.resolve(typed));
        } catch (InvalidPathException notAPath) {
            // It is a line then.
            return Optional.empty();
        }
    }

    /** A packed file begins with two bytes that no log does. */
    private static InputStream unpacked(InputStream stream) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stream);
        buffered.mark(2);
        int first = buffered.read();
        int second = buffered.read();
        buffered.reset();
        return (second << 8 | first) == GZIP ? new GZIPInputStream(buffered) : buffered;
    }

    private CommandException unreadable(String why) {
        return new CommandException(ExitCode.FAILED, "'" + SafeText.of(typed, 200) + "' cannot be read: " + why);
    }
}
