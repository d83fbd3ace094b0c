// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rotated files beside a stream's path and, if that is a link, beside what it names. */
final class RotatedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RotatedFiles.class);

    private final Path stream;

    RotatedFiles(Path stream) {
        this.stream = stream.toAbsolutePath();
    }

    /** Newest first where the names say it; a file that is just being compressed is there once. */
    List<RotatedFile> list() throws IOException {
        List<RotatedFile> found = new ArrayList<>();
        String name = String.valueOf(stream.getFileName());
        list(stream.getParent(), file -> RotatedName.of(file, name), found);
        if (Files.isSymbolicLink(stream) && Files.exists(stream)) {
            Path target = stream.toRealPath();
            String targetName = target.getFileName().toString();
            list(target.getParent(), file -> RotatedName.beside(file, targetName), found);
        }
        Set<Path> paths = found.stream().map(RotatedFile::path).collect(Collectors.toSet());
        found.removeIf(file -> file.isCompressed() && paths.contains(file.uncompressed()));
        found.sort(Comparator.comparing(RotatedFile::name, RotatedName.AGE.reversed()));
        return found;
    }

    private void list(Path directory, Function<String, Optional<RotatedName>> names, List<RotatedFile> found)
            throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                names.apply(file.getFileName().toString())
                        .flatMap(name -> RotatedFile.at(file, name))
                        .ifPresent(found::add);
            }
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        } catch (AccessDeniedException notListable) {
            // The file can be followed all the same: only what was rotated away unread is out of reach.
            LOG.warn("cannot look for rotated files of {}: its directory cannot be listed", stream);
        }
    }
}
