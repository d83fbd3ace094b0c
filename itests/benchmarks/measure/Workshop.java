// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where a measurement works.
 *
 * @param folder for what it makes; the distribution is there, too
 * @param results where its tables go
 * @param quick whether it is only to see that it works
 */
record Workshop(Path folder, Path results, boolean quick) {
    private static final int PATIENCE_SECONDS = 10;

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
        List<ProcessHandle> started = ProcessHandle.current().descendants().toList();
        started.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : started) {
            try {
                process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException late) {
                process.destroyForcibly();
            }
        }
    }
}
