// SPDX-License-Identifier: Apache-2.0
package stopwatch;

import java.util.List;

/** The program that does the least that Java can, as the same user as Bailiff. */
final class LeastProgram implements Peer {
    @Override
    public List<String> command() {
        return OrdinaryUser.runs(
                "java", "-XX:+UseSerialGC", "/run/Least.java", Latency.LOG.toString(), KernelList.FILE.toString());
    }

    @Override
    public boolean isReady(String said) {
        return said.contains("Ready: ");
    }
}
