// SPDX-License-Identifier: Apache-2.0
package measure;

import java.util.List;

/**
 * A {@code jail.conf} that Bailiff and fail2ban understand alike. Who fails five times is banned for a minute, which is
 * over when it is decided: the log is hours old.
 */
final class Jails {
    private Jails() {}

    /**
     * The jails that watch a log, each with the filter of its name.
     *
     * @param keys more of the defaults
     */
    static String of(MixedLog.Written log, String keys, List<String> filters) {
        StringBuilder text = new StringBuilder("[DEFAULT]\nfindtime = 1d\nbantime = 1m\nmaxretry = 5\n");
        text.append(keys).append('\n');
        for (String filter : filters) {
            text.append("[")
                    .append(filter)
                    .append("]\nenabled = true\nfilter = ")
                    .append(filter);
            text.append("\nlogpath = ").append(log.file()).append('\n');
        }
        return text.toString();
    }
}
