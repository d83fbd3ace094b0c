// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of addresses, networks and names that are never banned, read again when it changes. While it cannot be read, what
 * was known stays. Thread-safe; decisions never wait for the file.
 */
final class IgnoreFile implements IgnoreSource {
    private static final Logger LOG = LoggerFactory.getLogger(IgnoreFile.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_BYTES = 1 << 20;

    private final Path path;
    private final NameBook names;
    private final InstantSource clock;
    private final Executor threads;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Instant looked = Instant.MIN;
    private volatile Content content;

    /** What tells one state of a file from another. */
    private record Stamp(Object identity, FileTime modified, long size) {}

    /**
     * What was read last.
     *
     * @param stamp of the file then; null if it has never been read
     * @param mistakes in it
     * @param unreadable why it cannot be read now; empty if it can
     */
    private record Content(
            Stamp stamp,
            IgnoreEntries entries,
            IgnoredNames names,
            List<IgnoreText.Mistake> mistakes,
            String unreadable) {

        Content unreadable(String why) {
            return new Content(stamp, entries, names, mistakes, why);
        }
    }

    /**
     * @param threads that look after the file; may refuse
     */
    IgnoreFile(Path path, NameBook names, InstantSource clock, Executor threads) {
        this.path = path;
        this.names = names;
        this.clock = clock;
        this.threads = threads;
        this.content = new Content(null, IgnoreEntries.NONE, new IgnoredNames(List.of(), names, clock), List.of(), "");
    }

    /** Reads the file now, if it has changed. */
    synchronized void read() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                // To open a pipe would wait for its writer.
                throw new IOException("it is not a regular file");
            }
            Stamp stamp = new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
            if (!stamp.equals(content.stamp()) || !content.unreadable().isEmpty()) {
                content = parse(stamp);
            }
        } catch (IOException failed) {
            content = content.unreadable(why(failed));
        }
    }

    /** In words: of most of what a file system refuses, the message is only the path. */
    static String why(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failed instanceof AccessDeniedException) {
            return "the daemon's user may not read it; give it the right";
        }
        String reason = failed instanceof FileSystemException refused ? refused.getReason() : failed.getMessage();
        return SafeText.of(Objects.toString(reason, failed.toString()), 200);
    }

    private Content parse(Stamp stamp) throws IOException {
        byte[] bytes;
        try (InputStream file = Files.newInputStream(path)) {
            bytes = file.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IOException("it is longer than " + MOST_BYTES + " bytes");
        }
        IgnoreText text = new IgnoreText(clock.instant());
        text.addLines(
                SafeText.decode(bytes, 0, bytes.length), line -> "ignoreip file " + path + ", line " + line + ":");
        IgnoredNames named = new IgnoredNames(text.names(), names, clock);
        return new Content(stamp, text.entries(), named, List.copyOf(text.mistakes()), "");
    }

    /** What is wrong in it. */
    List<IgnoreText.Mistake> mistakes() {
        return content.mistakes();
    }

    /** Why it cannot be read; empty if it can. */
    Optional<String> unreadable() {
        return Optional.of(content.unreadable()).filter(why -> !why.isEmpty());
    }

    @Override
    public void refresh() {
        content.names().refresh();
        Instant now = clock.instant();
        boolean due = now.isBefore(looked) || !now.isBefore(looked.plus(PAUSE));
        if (due && looking.compareAndSet(false, true)) {
            try {
                threads.execute(this::look);
            } catch (RejectedExecutionException busy) {
                // Other files take their time; this one's turn comes with a later look.
                looking.set(false);
            }
        }
    }

    private void look() {
        try {
            Content before = content;
            read();
            if (content != before) {
                say(before, content);
            }
        } finally {
            looked = clock.instant();
            looking.set(false);
        }
    }

    private void say(Content before, Content after) {
        if (!after.unreadable().isEmpty() && !after.unreadable().equals(before.unreadable())) {
            LOG.warn("{} cannot be read: {}; whom it named before is still ignored", path, after.unreadable());
        } else if (after.unreadable().isEmpty() && !after.mistakes().equals(before.mistakes())) {
            after.mistakes().forEach(mistake -> LOG.warn("{}:{}: {}", path, mistake.line(), mistake.message()));
        }
    }

    @Override
    public Optional<String> reason(Address address, Instant when) {
        Content current = content;
        return current.entries().reason(address, when).or(() -> current.names().reason(address, when));
    }

    @Override
    public Optional<String> within(Network network, Instant when) {
        Content current = content;
        return current.entries().within(network, when).or(() -> current.names().within(network, when));
    }
}
