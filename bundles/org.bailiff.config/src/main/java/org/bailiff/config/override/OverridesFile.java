// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.override;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.bailiff.api.Caller;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.config.files.TextFile;
import org.bailiff.config.override.OverridesText.SetAside;
import org.bailiff.text.SafeText;

/**
 * Where overrides outlive the daemon. Read once; after that only the daemon writes it, whole and at once, so that a crash
 * leaves the old file or the new one. Not thread-safe: its owner locks.
 */
public final class OverridesFile {
    private static final int CALLER_LIMIT = 100;

    private final Path file;
    private final InstantSource clock;
    private Overrides overrides = Overrides.NONE;
    private List<SetAside> aside = List.of();
    private List<Problem> problems = List.of();
    private boolean readable = true;

    private OverridesFile(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Reads the file. One that is not there is empty; one that cannot be read is too, and a problem. */
    public static OverridesFile open(Path file, InstantSource clock) {
        OverridesFile opened = new OverridesFile(file, clock);
        opened.read();
        return opened;
    }

    private void read() {
        try {
            String text = TextFile.read(file).text();
            OverridesText.Content content = OverridesText.parse(text);
            overrides = content.overrides();
            aside = content.aside();
            problems = text.isBlank()
                    ? List.of(wholly("is empty, so what was set at run time is lost; set it anew with 'bailiff set'"))
                    : aside.stream().map(this::problem).toList();
        } catch (NoSuchFileException absent) {
            // Nothing was ever set.
            return;
        } catch (IOException unreadable) {
            readable = false;
            problems = List.of(wholly("cannot be read: " + TextFile.reason(unreadable)));
        }
    }

    private Problem wholly(String message) {
        return new Problem(Severity.ERROR, file.toString(), 0, "", message);
    }

    private Problem problem(SetAside line) {
        return new Problem(
                Severity.WARNING,
                file.toString(),
                line.line(),
                "",
                "'" + SafeText.of(line.text(), 80)
                        + "' was damaged or written by hand, and does not count; set it anew with 'bailiff set'");
    }

    /** The overrides in force. */
    public Overrides overrides() {
        return overrides;
    }

    /** What was wrong with the file when it was read. */
    public List<Problem> problems() {
        return problems;
    }

    /** An override that the caller makes now; not yet in force. */
    public OverrideEntry entry(String jail, String key, String value, Caller caller) {
        String by = SafeText.of(caller.toString(), CALLER_LIMIT);
        return new OverrideEntry(jail, key, value, by, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Puts others in force; {@link #save} keeps them. */
    public void replace(Overrides changed) {
        overrides = changed;
    }

    /**
     * Keeps the overrides in force. When it returns, they are on disk.
     *
     * @throws IOException if that failed; the file is as it was
     */
    public void save() throws IOException {
        if (!readable) {
            throw new IOException(file + " could not be read at the start, and what it holds would be lost");
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes =
                    ByteBuffer.wrap(OverridesText.format(overrides, aside).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        // The new name is on disk only when its directory is.
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
