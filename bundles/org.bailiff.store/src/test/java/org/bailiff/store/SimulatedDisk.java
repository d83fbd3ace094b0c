// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * A folder in memory that does to its files what disks, kernels and power stations do: short writes, a full disk, errors, a
 * kill between two calls, and a loss of power after which everything since the last force is there, is not, or is torn in
 * pieces of 512 bytes.
 */
final class SimulatedDisk implements LogFolder {
    private static final int SECTOR = 512;

    private final Random random;
    private Map<String, Inode> names = new TreeMap<>();
    private Map<String, Inode> namesOnDisk = new TreeMap<>();
    /** How likely a call fails. */
    double failing;
    /** How many bytes can still be written. */
    long room = Long.MAX_VALUE;
    /** After how many calls the process is killed. */
    int callsToKill = Integer.MAX_VALUE;

    /** The process is killed in the middle of a call. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A file, whatever its name: as the kernel has it, and as the disk has it. */
    private static final class Inode {
        private byte[] content = {};
        private byte[] onDisk = {};
    }

    SimulatedDisk(Random random) {
        this.random = random;
    }

    /** Everything since the last force is there, is not, or is torn. */
    void losePower() {
        Map<String, Inode> left = new TreeMap<>(namesOnDisk);
        names.forEach((name, inode) -> {
            if (random.nextBoolean()) {
                left.put(name, inode);
            }
        });
        left.keySet().removeIf(name -> !names.containsKey(name) && random.nextBoolean());
        left.values().stream().distinct().forEach(this::tear);
        names = left;
        namesOnDisk = new TreeMap<>(left);
    }

    private void tear(Inode inode) {
        int longest = Math.max(inode.content.length, inode.onDisk.length);
        byte[] torn = new byte[longest];
        int length = inode.content.length;
        for (int from = 0; from < longest; from += SECTOR) {
            byte[] source = random.nextBoolean() ? inode.content : inode.onDisk;
            int to = Math.min(from + SECTOR, source.length);
            if (from < to) {
                System.arraycopy(source, from, torn, from, to - from);
            }
        }
        boolean sizeIsOnDisk = random.nextBoolean();
        inode.content = Arrays.copyOf(torn, sizeIsOnDisk ? length : inode.onDisk.length);
        inode.onDisk = inode.content;
    }

    /** Turns a byte of a file over; false if it has none. */
    boolean flip(String name) {
        Inode inode = names.get(name);
        if (inode == null || inode.content.length == 0) {
            return false;
        }
        inode.content = inode.content.clone();
        inode.content[random.nextInt(inode.content.length)] ^= (byte) (1 + random.nextInt(255));
        inode.onDisk = inode.content;
        return true;
    }

    /** What is in a file; empty if there is none. */
    byte[] content(String name) {
        return names.containsKey(name) ? names.get(name).content.clone() : new byte[0];
    }

    /** Puts a file there, as if it had been for long. */
    void put(String name, byte[] content) {
        Inode inode = new Inode();
        inode.content = content.clone();
        inode.onDisk = inode.content;
        names.put(name, inode);
        namesOnDisk.put(name, inode);
    }

    boolean has(String name) {
        return names.containsKey(name);
    }

    private void call() throws IOException {
        if (--callsToKill < 0) {
            throw new Killed();
        }
        if (random.nextDouble() < failing) {
            throw new IOException("Input/output error");
        }
    }

    @Override
    public String pathOf(String fileName) {
        return "/disk/" + fileName;
    }

    @Override
    public Optional<InputStream> read(String fileName) throws IOException {
        return Optional.ofNullable(names.get(fileName)).map(inode -> new ByteArrayInputStream(inode.content));
    }

    @Override
    public LogFile open(String fileName) throws IOException {
        call();
        return new OpenFile(names.computeIfAbsent(fileName, name -> new Inode()));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        call();
        names.put(to, names.remove(from));
    }

    @Override
    public void delete(String fileName) throws IOException {
        call();
        names.remove(fileName);
    }

    @Override
    public void force() throws IOException {
        call();
        namesOnDisk = new TreeMap<>(names);
    }

    private final class OpenFile implements LogFile {
        private final Inode inode;

        OpenFile(Inode inode) {
            this.inode = inode;
        }

        @Override
        public long size() throws IOException {
            call();
            return inode.content.length;
        }

        @Override
        public void write(long position, ByteRange bytes) throws IOException {
            boolean killed = callsToKill == 0;
            boolean fails = random.nextDouble() < failing;
            int length = (int) Math.min(room, killed || fails ? random.nextInt(bytes.length() + 1) : bytes.length());
            byte[] content = Arrays.copyOf(inode.content, (int) Math.max(inode.content.length, position + length));
            System.arraycopy(bytes.bytes(), bytes.from(), content, (int) position, length);
            inode.content = content;
            room -= length;
            if (length < bytes.length() && !killed) {
                throw new IOException("No space left on device");
            }
            double usual = failing;
            failing = 0;
            call();
            failing = usual;
        }

        @Override
        public void truncate(long size) throws IOException {
            call();
            inode.content = Arrays.copyOf(inode.content, (int) size);
        }

        @Override
        public void force() throws IOException {
            call();
            inode.onDisk = inode.content;
        }

        @Override
        public void close() {
            // Closing forces nothing.
        }
    }
}
