// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where a measurement works.
 *
 * @param folder for what it makes; the distribution is there, too
 * @param results where its tables go
 * @param quick whether it is only to see that it works
 */
record Workshop(Path folder, Path results, boolean quick) {

    /**
     * As {@code run} calls a measurement: folder, results, and quick or full. What is started from now on ends with this
     * process, however it ends.
     */
    static Workshop of(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(Workshop::endAll));
        return new Workshop(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2].equals("quick"));
    }

    MixedLog.Written log(String kind, long lines) throws IOException {
        return MixedLog.write(folder.resolve(kind + "-" + lines + ".log"), kind, lines);
    }

    private static void endAll() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    }
}
