// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which lines of a sample log are of one connection. Samples use a process number for many connections, hours apart and of
 * several addresses. fail2ban takes them for one, and may then blame the last client for the one before; Bailiff does not.
 */
final class Connections {
    private static final Pattern PROCESS = Pattern.compile("\\[[0-9]+\\]:");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-f]*(?::[0-9a-f]{0,4}){3,7}");
    private static final int MOST_BEFORE = 5;
    /** {@code Nov 28 09:16}: the samples of one connection are of one minute. */
    private static final int MINUTE = 12;

    private Connections() {}

    /**
     * The lines of the same connection right before a line.
     *
     * @param changed what has become of the line; with another address or time it is another connection's
     */
    static List<String> before(List<String> lines, int index, String changed) {
        Matcher process = PROCESS.matcher(lines.get(index));
        List<String> addresses = addresses(lines.get(index));
        if (!process.find() || !addresses(changed).equals(addresses) || !isOfMinute(lines.get(index), changed)) {
            return List.of();
        }
        int first = index;
        while (first > 0
                && index - first < MOST_BEFORE
                && lines.get(first - 1).contains(process.group())
                && isOf(addresses, lines.get(index), lines.get(first - 1))) {
            first--;
        }
        return lines.subList(first, index);
    }

    private static boolean isOf(List<String> addresses, String line, String before) {
        List<String> others = addresses(before);
        return isOfMinute(line, before) && (others.isEmpty() || addresses.isEmpty() || others.equals(addresses));
    }

    private static boolean isOfMinute(String line, String other) {
        return line.length() > MINUTE && other.startsWith(line.substring(0, MINUTE));
    }

    private static List<String> addresses(String line) {
        List<String> found = new ArrayList<>();
        Matcher address = ADDRESS.matcher(line);
        while (address.find()) {
            found.add(address.group());
        }
        return found;
    }
}
