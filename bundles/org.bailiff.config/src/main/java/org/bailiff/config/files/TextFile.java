// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bailiff.dialect.SourceText;
import org.bailiff.text.SafeText;

/** Reads a file of the configuration whole. */
public final class TextFile {
    /** So many bytes hold more characters than the dialect takes, whatever their encoding: it will refuse the text. */
    private static final int LIMIT_BYTES = 4 << 20;

    private TextFile() {}

    /**
     * The file's text, as UTF-8 or else Latin-1; only its beginning if it is far too long for a configuration.
     *
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it cannot be read, or is no ordinary file
     */
    public static SourceText read(Path file) throws IOException {
        // A pipe would be waited for, and a device never ends.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is not an ordinary file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LIMIT_BYTES);
            return new SourceText(file.toString(), SafeText.decode(bytes, 0, bytes.length));
        }
    }

    /** Says in words for people why a file could not be read. */
    public static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "the daemon's user may not read it; give it the right";
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return failure.getMessage();
    }
}
