// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A log on a real disk, what its writer and the rotation do to it, and what is in each of its files by the model. */
public final class ModelLog {
    private final Path path;
    private final InstantSource clock;
    private final boolean dated;
    private final List<ModelFile> files = new ArrayList<>();
    private final List<ModelJail> jails;
    /** Newest first. */
    private final List<Rotated> rotated = new ArrayList<>();

    private boolean present;
    private int rotations;

    /** A rotated file and the suffix that its name has by its compression. */
    private static final class Rotated {
        private final ModelFile file;
        private final int number;
        private String suffix = "";

        Rotated(ModelFile file, int number) {
            this.file = file;
            this.number = number;
        }
    }

    /**
     * @param dated whether rotated files are named by dates, or else by numbers
     */
    public ModelLog(Path path, InstantSource clock, boolean dated) {
        this.path = path;
        this.clock = clock;
        this.dated = dated;
        this.jails = List.of(new ModelJail("first", files), new ModelJail("second", files));
    }

    public Path path() {
        return path;
    }

    public List<ModelJail> jails() {
        return jails;
    }

    public boolean isPresent() {
        return present;
    }

    public int rotatedFiles() {
        return rotated.size();
    }

    private ModelFile last() {
        return files.get(files.size() - 1);
    }

    public boolean isEmpty() {
        return !present || last().size() == 0;
    }

    public boolean endsWithinALine() {
        return !files.isEmpty() && last().endsWithinALine();
    }

    /** Whether the reader, if it runs, knows how the present file begins. */
    public boolean isKnown() {
        return last().isKnown();
    }

    /** What the writer does; it makes the file if there is none. */
    public void write(String text) throws IOException {
        if (!present) {
            create();
        }
        last().append(text);
        append(path, text);
    }

    /** Written, and by the model never there: a copy does not have it, and the truncation takes it. */
    public void writeInVain(String text) throws IOException {
        append(path, text);
    }

    private void append(Path file, String text) throws IOException {
        Files.write(
                file, text.getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        touch(file);
    }

    private void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    }

    /** Makes the new file, with nothing in it. */
    public void create() throws IOException {
        Files.createFile(path);
        touch(path);
        files.add(new ModelFile());
        present = true;
    }

    private Path pathOf(int index) {
        Rotated file = rotated.get(index);
        String name = dated ? String.format("-20261126%06d", file.number) : "." + (index + 1);
        return path.resolveSibling(path.getFileName() + name + file.suffix);
    }

    private void addRotated(ModelFile file) throws IOException {
        List<Path> before = new ArrayList<>();
        for (int index = 0; index < rotated.size(); index++) {
            before.add(pathOf(index));
        }
        rotated.add(0, new Rotated(file, ++rotations));
        for (int index = rotated.size() - 1; index >= 1; index--) {
            Files.move(before.get(index - 1), pathOf(index), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Renamed; the writer goes on with the old file until it is told to {@link #reopen}. */
    public void rename() throws IOException {
        addRotated(last());
        Files.move(path, pathOf(0));
        present = false;
    }

    /** The writer goes on in the file that was renamed. */
    public void writeToRenamed(String text) throws IOException {
        rotated.get(0).file.append(text);
        append(pathOf(0), text);
    }

    /** No more is written to what is no longer at the path. */
    public void reopen() {
        for (int index = 0; index < files.size() - (present ? 1 : 0); index++) {
            files.get(index).close();
        }
    }

    /** Copied, and the copy stands for what was written so far. */
    public void copy() throws IOException {
        addRotated(last());
        Files.copy(path, pathOf(0));
        touch(pathOf(0));
    }

    public void truncate() throws IOException {
        boolean open = last().isOpen();
        last().forgotten();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
        touch(path);
        last().close();
        files.add(new ModelFile());
        // To the reader it is the file that it has open.
        last().setOpen(open);
    }

    /** What was not delivered of the last file is in no file any more. */
    public void loseLast() {
        last().setOnDisk(false);
        lose(last());
    }

    public void delete() throws IOException {
        Files.delete(path);
        present = false;
        leaveDisk(last());
        last().close();
    }

    public void deleteOldest() throws IOException {
        int index = rotated.size() - 1;
        Files.delete(pathOf(index));
        leaveDisk(rotated.remove(index).file);
    }

    private void leaveDisk(ModelFile file) {
        file.setOnDisk(false);
        if (!file.isOpen()) {
            lose(file);
        }
    }

    private void lose(ModelFile file) {
        jails.forEach(jail -> jail.lose(file));
    }

    /** Whether the file can be compressed now. */
    public boolean isPlain(int index) {
        return index < rotated.size() && rotated.get(index).suffix.isEmpty();
    }

    /** The compressed file is there, a part of it or all, and the plain one still is. */
    public void beginCompression(int index, boolean torn) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            Files.copy(pathOf(index), out);
        }
        byte[] bytes = compressed.toByteArray();
        Path target = Path.of(pathOf(index) + ".gz");
        Files.write(target, torn ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
        touch(target);
    }

    public void endCompression(int index) throws IOException {
        Path plain = pathOf(index);
        beginCompression(index, false);
        Files.setLastModifiedTime(Path.of(plain + ".gz"), Files.getLastModifiedTime(plain));
        Files.delete(plain);
        rotated.get(index).suffix = ".gz";
    }

    /** By a tool whose files cannot be read. */
    public void compressUnreadably(int index) throws IOException {
        Path plain = pathOf(index);
        Files.write(Path.of(plain + ".xz"), new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, '\n', 'x', '\n'});
        Files.setLastModifiedTime(Path.of(plain + ".xz"), Files.getLastModifiedTime(plain));
        Files.delete(plain);
        rotated.get(index).suffix = ".xz";
        leaveDisk(rotated.get(index).file);
    }

    /** The reader looked: it has opened all there is, provided that something is at the path. */
    public void noticed() {
        if (present) {
            files.forEach(ModelFile::noticed);
        }
    }

    /** The reader was killed, and with it all that the jails did not keep. */
    public void killed() {
        jails.forEach(ModelJail::fallBack);
        files.forEach(ModelFile::forgotten);
        files.stream().filter(file -> !file.isOnDisk()).forEach(this::lose);
    }
}
