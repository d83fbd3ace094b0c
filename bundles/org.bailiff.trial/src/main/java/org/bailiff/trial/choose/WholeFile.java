// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.choose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.text.SafeText;

/** Reads a file of a definition whole. */
final class WholeFile {
    /** So many bytes hold more characters than the dialect takes, whatever their encoding: it will refuse the text. */
    private static final int LIMIT_BYTES = 4 << 20;

    private WholeFile() {}

    /**
     * The file's text, as UTF-8 or else Latin-1.
     *
     * @throws IOException if it cannot be read
     */
    static DefinitionFile read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LIMIT_BYTES);
            return new DefinitionFile(file.toString(), SafeText.decode(bytes, 0, bytes.length));
        }
    }
}
