// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * Writes a file of users: all of it or nothing, and at no moment readable for others. Root gives it to whom it belonged, or
 * to the daemon's user.
 *
 * @param file the file
 * @param data the data directory, whose owner is the daemon's user
 */
record UsersWriter(Path file, Path data) {
    private static final int ROOT = 0;

    /** Writes the table in the place of what there was. */
    void write(UserTable table) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh,
                    Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                ByteBuffer bytes = ByteBuffer.wrap(table.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            giveAway(fresh);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void giveAway(Path fresh) throws IOException {
        Path model = Files.exists(file) ? file : data;
        if (ProcessUser.id() != ROOT || !Files.exists(model)) {
            return;
        }
        Map<String, Object> owner = Files.readAttributes(model, "unix:uid,gid");
        Files.setAttribute(fresh, "unix:gid", owner.get("gid"), LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(fresh, "unix:uid", owner.get("uid"), LinkOption.NOFOLLOW_LINKS);
    }
}
