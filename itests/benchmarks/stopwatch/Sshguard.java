// SPDX-License-Identifier: Apache-2.0
package stopwatch;

import java.util.List;

/** SSHGuard's pipeline, as root, as it is usually run; the script of that name beside this file says more. */
final class Sshguard implements Peer {
    @Override
    public List<String> command() {
        return List.of("sh", "/run/stopwatch/sshguard", Latency.LOG.toString(), KernelList.FILE.toString());
    }

    @Override
    public boolean isReady(String said) {
        return said.contains("Ready: ");
    }

    @Override
    public String manner(String said) {
        return "as root";
    }
}
