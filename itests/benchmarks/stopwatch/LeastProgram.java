// SPDX-License-Identifier: Apache-2.0
package stopwatch;

import java.util.ArrayList;
import java.util.List;

/** A program that does the least that is possible, as the same user as Bailiff. */
final class LeastProgram implements Peer {
    private final List<String> command;

    /**
     * @param command to which the log and the list are added
     */
    LeastProgram(String... command) {
        this.command = new ArrayList<>(List.of(command));
        this.command.addAll(List.of(Latency.LOG.toString(), KernelList.FILE.toString()));
    }

    @Override
    public List<String> command() {
        return OrdinaryUser.runs(command.toArray(String[]::new));
    }

    @Override
    public boolean isReady(String said) {
        return said.contains("Ready: ");
    }
}
