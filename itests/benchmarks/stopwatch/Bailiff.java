// SPDX-License-Identifier: Apache-2.0
package stopwatch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Bailiff, as an ordinary user without a capability. */
final class Bailiff implements Peer {
    private static final String PROGRAM = "/run/bailiff/bin/bailiff";

    private final String data;
    private final List<String> turns;

    /**
     * @param data its data directory
     * @param turns the begin of a command that says when a process runs
     */
    Bailiff(String data, List<String> turns) {
        this.data = data;
        this.turns = turns;
    }

    @Override
    public List<String> command() {
        return OrdinaryUser.runs(PROGRAM, "run", "--data", data);
    }

    @Override
    public boolean isReady(String said) {
        return said.contains("Ready: ");
    }

    /** By a command: of an entry that only was taken out of the list, the daemon would ask who took it. */
    @Override
    public void unbanAll() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(turns);
        command.addAll(OrdinaryUser.runs(PROGRAM, "unban", "--all", "--data", data));
        Process unban = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (unban.waitFor() != 0) {
            throw new IOException("unban failed");
        }
    }
}
