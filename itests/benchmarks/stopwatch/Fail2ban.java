// SPDX-License-Identifier: Apache-2.0
package stopwatch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** fail2ban-server, as root, which it needs, with the stock filter of its package and the configuration beside this file. */
final class Fail2ban implements Peer {
    private static final String FOLDER = "/run/stopwatch/fail2ban";
    private static final Pattern BACKEND = Pattern.compile("Jail 'sshd' uses (\\w+)");

    @Override
    public List<String> command() {
        return List.of("fail2ban-server", "-c", FOLDER, "-s", FOLDER + "/socket", "-p", FOLDER + "/pid", "-f", "start");
    }

    @Override
    public boolean isReady(String said) {
        return said.contains("Jail 'sshd' started");
    }

    @Override
    public String manner(String said) {
        Matcher backend = BACKEND.matcher(said);
        return backend.find() ? "as root, backend " + backend.group(1) : "as root";
    }
}
