// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller wants.
 *
 * @param method e.g. {@code GET}
 * @param path without what follows a question mark
 * @param accept the value of the header Accept; empty if there is none
 */
record Request(String method, String path, String accept) {
    /** What a head may have in bytes; a scraper's has a few hundred. */
    static final int LONGEST_HEAD = 8 * 1024;

    private static final Pattern FIRST_LINE = Pattern.compile("([A-Z]{1,20}) (/\\S{0,2000}) HTTP/1\\.[01]");
    private static final Pattern HEAD_END = Pattern.compile("\r?\n\r?\n");

    /** Whether the head is whole. */
    static boolean isWhole(String received) {
        return HEAD_END.matcher(received).find();
    }

    /**
     * The request that a whole head makes.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Request parse(String head) {
        String[] lines = head.split("\r?\n");
        Matcher first = FIRST_LINE.matcher(lines.length == 0 ? "" : lines[0]);
        if (!first.matches()) {
            throw new IllegalArgumentException("not a request of HTTP/1");
        }
        StringBuilder accept = new StringBuilder();
        for (int index = 1; index < lines.length && !lines[index].isEmpty(); index++) {
            int colon = lines[index].indexOf(':');
            if (colon > 0
                    && lines[index].substring(0, colon).toLowerCase(Locale.ROOT).equals("accept")) {
                accept.append(accept.isEmpty() ? "" : ",")
                        .append(lines[index].substring(colon + 1).strip());
            }
        }
        return new Request(first.group(1), first.group(2).replaceFirst("\\?.*", ""), accept.toString());
    }
}
