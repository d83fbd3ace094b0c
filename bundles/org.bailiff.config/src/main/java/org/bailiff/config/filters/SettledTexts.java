// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.filters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bailiff.config.files.TextFile;
import org.bailiff.dialect.SourceText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts of the files in {@code filter.d} and in its {@code NAME.d} that are complete. A file is taken to be complete
 * when two looks in a row find it with the same size, time and identity; until then its text before counts. At the first
 * look all are. Used by one thread.
 */
final class SettledTexts {
    private static final Logger LOG = LoggerFactory.getLogger(SettledTexts.class);

    private final Path folder;
    private final SortedMap<Path, Accepted> accepted = new TreeMap<>();
    private Map<Path, Stamp> lastLook = Map.of();
    private boolean first = true;

    SettledTexts(Path folder) {
        this.folder = folder;
    }

    private record Stamp(long size, FileTime modified, Object identity) {}

    private record Accepted(Stamp stamp, SourceText source) {}

    /** What a look found. */
    enum Look {
        /** Nothing is new, and nothing is being written. */
        SETTLED,
        /** Something is new; something else may still be being written. */
        CHANGED,
        /** Nothing is new yet, but something is being written: look again soon. */
        MOVING
    }

    Look look() {
        Map<Path, Stamp> now = stamps();
        boolean changed = accepted.keySet().retainAll(now.keySet());
        boolean moving = false;
        for (Map.Entry<Path, Stamp> file : now.entrySet()) {
            Accepted before = accepted.get(file.getKey());
            if (before == null || !before.stamp().equals(file.getValue())) {
                boolean settled = first || file.getValue().equals(lastLook.get(file.getKey()));
                changed |= settled && accept(file.getKey(), file.getValue());
                moving |= !settled;
            }
        }
        lastLook = now;
        first = false;
        return changed ? Look.CHANGED : moving ? Look.MOVING : Look.SETTLED;
    }

    /** The complete files, by path. */
    SortedMap<Path, SourceText> texts() {
        SortedMap<Path, SourceText> texts = new TreeMap<>();
        accepted.forEach((path, file) -> texts.put(path, file.source()));
        return texts;
    }

    /** Takes the file as it is, unless it cannot be read; that is told once for each state of the file. */
    private boolean accept(Path path, Stamp stamp) {
        Accepted before = accepted.get(path);
        SourceText source = new SourceText(path.toString(), "");
        try {
            source = TextFile.read(path);
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read: {}", path, TextFile.reason(unreadable));
        }
        accepted.put(path, new Accepted(stamp, source));
        return before == null || !before.source().equals(source);
    }

    private Map<Path, Stamp> stamps() {
        Map<Path, Stamp> stamps = new TreeMap<>();
        addStamps(folder, stamps, true);
        return stamps;
    }

    private static void addStamps(Path directory, Map<Path, Stamp> stamps, boolean descend) {
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.toList()) {
                BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
                if (attributes.isDirectory() && descend && entry.toString().endsWith(".d")) {
                    addStamps(entry, stamps, false);
                } else if (attributes.isRegularFile() && isDefinition(entry)) {
                    stamps.put(
                            entry, new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()));
                }
            }
        } catch (NoSuchFileException | NotDirectoryException gone) {
            // The folder may be left out, and files come and go; the next look sees what is there then.
            return;
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read: {}", directory, TextFile.reason(unreadable));
        }
    }

    /** Drafts and backups of editors end otherwise or begin with a dot. */
    private static boolean isDefinition(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".conf") || name.endsWith(".local"));
    }
}
