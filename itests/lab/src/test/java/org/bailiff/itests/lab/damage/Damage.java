// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.damage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What became of one file.
 *
 * @param file relative to the data directory
 * @param offset of the byte that is another now, or behind the last byte that is left
 * @param mask what the byte was xored with; 0 if the file was cut
 */
record Damage(Path file, long offset, int mask) {
    static final Path JAIL_LOG = Path.of("jails/door.log");
    static final Path OVERRIDES = Path.of("overrides.conf");

    private static final Path FRAMEWORK = Path.of("framework");

    /** Any damage to any file: mostly to what says who is banned. */
    static Damage random(Path data, Random random) throws IOException {
        int dice = random.nextInt(10);
        Path file = dice < 5 ? JAIL_LOG : dice < 7 ? OVERRIDES : any(data, random);
        long size = Files.size(data.resolve(file));
        boolean cut = random.nextInt(4) == 0;
        return new Damage(file, random.nextLong(size), cut ? 0 : 1 + random.nextInt(255));
    }

    private static Path any(Path data, Random random) throws IOException {
        boolean framework = random.nextInt(3) > 0;
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> candidates = files.filter(Files::isRegularFile)
                    .map(data::relativize)
                    .filter(file -> file.startsWith(FRAMEWORK) == framework && length(data.resolve(file)) > 0)
                    .sorted()
                    .toList();
            return candidates.get(random.nextInt(candidates.size()));
        }
    }

    private static long length(Path file) {
        return file.toFile().length();
    }

    void doTo(Path data) throws IOException {
        try (RandomAccessFile damaged = new RandomAccessFile(data.resolve(file).toFile(), "rw")) {
            if (mask == 0) {
                damaged.setLength(offset);
                return;
            }
            damaged.seek(offset);
            int byteThere = damaged.read();
            damaged.seek(offset);
            damaged.write(byteThere ^ mask);
        }
    }

    /** Whether a stretch of the file is touched by it; the line end behind it belongs to it. */
    boolean touches(long from, long to) {
        return mask == 0 ? to >= offset : from <= offset && offset <= to;
    }

    @Override
    public String toString() {
        return mask == 0 ? file + " cut at " + offset : file + ", byte " + offset + " xor " + mask;
    }
}
