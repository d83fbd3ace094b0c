// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where drawings go.
 *
 * @param folder that is there
 */
record Drawings(Path folder) {

    void add(String name, String svg) throws IOException {
        Files.writeString(folder.resolve(name + ".svg"), svg);
    }
}
