// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.deployed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The revisions on disk: {@code NAME/NUMBER.conf}, each written once, whole and at once, so that a crash leaves the one
 * before or the new one. Used by one thread at a time.
 */
public final class RevisionFolder {
    private static final Logger LOG = LoggerFactory.getLogger(RevisionFolder.class);

    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Pattern NUMBERED = Pattern.compile("([1-9][0-9]{0,8})\\.conf");
    /** A text is at most this long; far beyond it a file is not one of ours. */
    private static final long LONGEST = 4 * DeployedDefinition.LONGEST + 4096L;

    private final Path folder;
    private final int kept;

    /**
     * @param kept how many rollbacks of a filter are possible, one after the other
     */
    public RevisionFolder(Path folder, int kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /**
     * The filters of which there are revisions, ordered by name.
     *
     * @throws IOException if the folder cannot be read; one that is not there has none
     */
    public List<String> filters() throws IOException {
        return names(folder).filter(FilterName::isOne).sorted().toList();
    }

    /**
     * The numbers of a filter's revisions, the latest first.
     *
     * @throws IOException if the folder cannot be read
     */
    public List<Integer> numbers(String filter) throws IOException {
        return names(folder.resolve(filter))
                .map(NUMBERED::matcher)
                .filter(Matcher::matches)
                .map(name -> Integer.valueOf(name.group(1)))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The highest number there is, of a damaged revision too; 0 if there is none. */
    public int highest(String filter) {
        try {
            return numbers(filter).stream().findFirst().orElse(0);
        } catch (IOException unreadable) {
            // Nothing can be written there either, and whoever tries says why.
            return 0;
        }
    }

    private static Stream<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).toList().stream();
        } catch (NoSuchFileException | NotDirectoryException none) {
            // Nothing was ever deployed, or it is no folder of ours.
            return Stream.empty();
        }
    }

    /**
     * A revision; empty if it is damaged, or no file of ours: a link, a named pipe.
     *
     * @throws IOException if it cannot be read
     */
    public Optional<Revision> read(String filter, int number) throws IOException {
        Path file = file(filter, number);
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        // Whoever opens a named pipe may wait for ever.
        if (!attributes.isRegularFile() || attributes.size() > LONGEST) {
            return Optional.empty();
        }
        try {
            return RevisionText.parse(filter, number, Files.readString(file));
        } catch (CharacterCodingException damaged) {
            return Optional.empty();
        }
    }

    /** Where a revision is kept. */
    public Path file(String filter, int number) {
        return folder.resolve(filter).resolve(number + ".conf");
    }

    /**
     * Keeps a revision. When it returns, that is on disk.
     *
     * @throws IOException if that failed; all is as it was
     */
    public void write(Revision revision) throws IOException {
        Path directory = folder.resolve(revision.filter());
        Files.createDirectories(folder, DIRECTORY);
        Files.createDirectories(directory, DIRECTORY);
        Path draft = directory.resolve(revision.number() + ".new");
        try {
            Files.deleteIfExists(draft);
            writeDraft(draft, RevisionText.format(revision));
            Files.move(draft, file(revision.filter(), revision.number()), StandardCopyOption.ATOMIC_MOVE);
            force(directory);
            force(folder);
        } catch (IOException failed) {
            // What is not kept for certain is not to be in force after a restart either.
            Files.deleteIfExists(file(revision.filter(), revision.number()));
            Files.deleteIfExists(draft);
            throw failed;
        }
        prune(revision);
    }

    private static void writeDraft(Path draft, String text) throws IOException {
        try (FileChannel channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A new name is on disk only when its directory is. */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void prune(Revision latest) {
        try {
            removeOld(latest);
        } catch (IOException failed) {
            // They are in nobody's way; the next revision tries again.
            LOG.debug("old revisions of {} were not removed", latest.filter(), failed);
        }
    }

    /** Those stay to which rollbacks lead, one after the other. */
    private void removeOld(Revision latest) throws IOException {
        Set<Integer> stay = new HashSet<>(Set.of(latest.number()));
        Optional<Revision> step = Optional.of(latest);
        while (step.isPresent() && step.get().before() > 0 && stay.size() <= kept) {
            stay.add(step.get().before());
            step = read(latest.filter(), step.get().before());
        }
        if (step.isPresent()) {
            for (int number : numbers(latest.filter())) {
                if (!stay.contains(number)) {
                    Files.deleteIfExists(file(latest.filter(), number));
                }
            }
        }
    }
}
