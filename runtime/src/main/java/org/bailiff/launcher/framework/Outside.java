// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder outside the data directory that stands in for it while its disk takes nothing. Its name comes of the data
 * directory's real path and the user, so that daemons on the same directory meet in it, and a killed one leaves no more
 * than that one.
 *
 * @param name the same for all of this user's daemons on this data directory
 * @param runtime the folder that {@code RUNTIME_DIRECTORY} names, if any
 * @param temporary {@code java.io.tmpdir}
 */
record Outside(String name, Optional<Path> runtime, Path temporary) {
    private static final String OURS_ALONE = "rwx------";
    private static final int NAME_BYTES = 8;

    static Outside of(Path data, Map<String, String> environment) {
        return new Outside(
                "bailiff-" + ProcessUser.id() + "-" + hash(real(data)),
                SocketPlace.runtimeDirectory(environment),
                Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Where something for this run alone goes, the best place first. */
    List<Path> places() {
        return Stream.concat(runtime.stream(), Stream.of(temporary)).toList();
    }

    /** Where daemons meet, the best place first: they may have runtime directories of their own. */
    List<Path> meetingPlaces() {
        return Stream.concat(Stream.of(temporary), runtime.stream()).toList();
    }

    /** The folder in a place, whether it is there or not. */
    Path in(Path place) {
        return place.resolve(name);
    }

    /**
     * The folder in a place, made for this user alone if it is not there.
     *
     * @throws IOException if it cannot be made, or a stranger has made it: any user may do that in a temporary place
     */
    Path make(Path place) throws IOException {
        Path folder = in(place);
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OURS_ALONE)));
        } catch (FileAlreadyExistsException left) {
            if (!isOurs(folder)) {
                throw new IOException(folder + " is not the daemon's; remove it", left);
            }
        }
        return folder;
    }

    /** Whether nobody else can have put anything into it. */
    static boolean isOurs(Path folder) {
        try {
            PosixFileAttributes attributes =
                    Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isDirectory()
                    && attributes.permissions().equals(PosixFilePermissions.fromString(OURS_ALONE))
                    && ProcessUser.id() == (int) Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException absent) {
            // Nor is what cannot be looked at.
            return false;
        }
    }

    private static Path real(Path data) {
        try {
            return data.toRealPath();
        } catch (IOException absent) {
            // The first start, on a disk on which it cannot be made.
            return data.toAbsolutePath().normalize();
        }
    }

    private static String hash(Path path) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(path.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
