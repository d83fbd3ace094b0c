// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Where there is no data directory: nothing is kept, and that is said. */
final class NoLines implements Lines {

    @Override
    public String path() {
        return "";
    }

    @Override
    public Found read(Consumer<String> consumer) throws IOException {
        throw nowhere();
    }

    @Override
    public void append(String line) throws IOException {
        throw nowhere();
    }

    @Override
    public void replace(List<String> lines) throws IOException {
        throw nowhere();
    }

    @Override
    public void remove() {
        // There is nothing.
    }

    @Override
    public void close() {
        // There is nothing.
    }

    private static IOException nowhere() {
        return new IOException("there is no data directory; set the framework property bailiff.data");
    }
}
