// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bailiff.api.store.JailRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a jail's log at a start, and leaves a tidy one: damage is met once, and named. Whatever became of the log, it does
 * not keep the jail from running. Used by one thread.
 */
final class LogLoader {
    private static final Logger LOGGER = LoggerFactory.getLogger(LogLoader.class);

    private final LogFolder folder;
    private final String name;
    private final DamagedLines damagedLines;
    private final List<String> losses = new ArrayList<>();
    private boolean unreadable;

    LogLoader(LogFolder folder, String name) {
        this.folder = folder;
        this.name = name;
        this.damagedLines = new DamagedLines(folder, name);
    }

    /**
     * Refuses a log that a later version wrote.
     *
     * @throws IllegalStateException if one did; the message is a sentence
     */
    void refuseLaterFormat() {
        try {
            Optional<InputStream> stream = folder.read(name);
            if (stream.isEmpty()) {
                return;
            }
            try (InputStream log = stream.get()) {
                LogScanner.header(log).ifPresent(this::refuseLaterFormat);
            }
        } catch (IOException e) {
            // What cannot be read says nothing of its format; the load tells of it.
            LOGGER.debug("{} cannot be read", folder.pathOf(name), e);
        }
    }

    private void refuseLaterFormat(Header header) {
        if (header.format() > Header.FORMAT) {
            throw new IllegalStateException(folder.pathOf(name) + " has format " + header.format()
                    + ", which a later version of Bailiff wrote; this one reads up to format " + Header.FORMAT
                    + ". Run the later version, or move the file away and start without what it remembers.");
        }
    }

    /**
     * Tells each record of the log.
     *
     * @param expected whether there was a log
     * @return where it ends; empty if there is none, and was none
     */
    Optional<LogScanner> load(Consumer<JailRecord> each, boolean expected) {
        LogScanner scanner = new LogScanner(new Loading(each));
        try {
            Optional<InputStream> stream = folder.read(name);
            if (stream.isEmpty() && !expected) {
                return Optional.empty();
            }
            if (stream.isEmpty()) {
                losses.add("is gone");
                return Optional.of(scanner);
            }
            try (InputStream log = stream.get()) {
                scanner.scan(log);
            }
            if (scanner.lacksItsEnd()) {
                losses.add(scanner.end() == 0 ? "is empty" : "was cut off, so what stood behind is forgotten");
            }
        } catch (IOException e) {
            unreadable = true;
            losses.add("cannot be read" + (scanner.end() > 0 ? " behind byte " + scanner.end() : "") + " ("
                    + e.getMessage() + "), and is put aside as " + aside());
        }
        damagedLines.close();
        damagedLines.sentence().ifPresent(losses::add);
        return Optional.of(scanner);
    }

    /** What of the log is lost, as a sentence that names it; empty if nothing. */
    Optional<String> loss() {
        return losses.isEmpty()
                ? Optional.empty()
                : Optional.of(folder.pathOf(name) + " " + String.join("; it ", losses) + ".");
    }

    /** Whether the log is to be written anew before it grows. */
    boolean isUntidy(LogScanner scanner) {
        return !losses.isEmpty() || !scanner.isSound() || !scanner.isOfThisFormat();
    }

    /** Writes what is sound of the log into a new one. */
    LogOutput.Content tidied(LogScanner before) {
        return output -> {
            if (before.wholeEnd() == 0) {
                // So that its end is not missed another time, and a rewriting is soon due.
                output.whole();
            }
            copyTo(output);
            putAside();
        };
    }

    /** Gives a log that could not be read another name, before another is put in its place: it may hold much. */
    void putAside() throws IOException {
        if (unreadable) {
            try {
                folder.rename(name, aside());
            } catch (NoSuchFileException gone) {
                LOGGER.debug("{} is gone meanwhile", folder.pathOf(name), gone);
            }
            unreadable = false;
        }
    }

    private void copyTo(LogOutput output) throws IOException {
        try {
            Optional<InputStream> stream = folder.read(name);
            if (stream.isPresent()) {
                try (InputStream log = stream.get()) {
                    new LogScanner(new Copying(output)).scan(log);
                }
            }
        } catch (UncheckedIOException full) {
            throw full.getCause();
        } catch (IOException e) {
            if (!unreadable) {
                throw e;
            }
        }
    }

    private String aside() {
        return name + ".unreadable";
    }

    /** Tells the records, and sets the rest aside. */
    private final class Loading implements LogScanner.Listener {
        private final Consumer<JailRecord> each;

        Loading(Consumer<JailRecord> each) {
            this.each = each;
        }

        @Override
        public void record(JailRecord record, ByteRange line) {
            each.accept(record);
        }

        @Override
        public void damaged(int number, ByteRange line) {
            damagedLines.setAside(number, line);
        }

        @Override
        public void whole() {
            // What came before was told already.
        }
    }

    /** Copies what is sound. */
    private record Copying(LogOutput output) implements LogScanner.Listener {
        @Override
        public void record(JailRecord record, ByteRange line) {
            output.line(line);
        }

        @Override
        public void damaged(int number, ByteRange line) {
            // It is set aside already.
        }

        @Override
        public void whole() {
            output.whole();
        }
    }
}
