// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.api.Caller;
import org.bailiff.api.Evidence;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/**
 * A log line as a caller may see it. Log lines hold passwords that were typed as user names, so whoever is no
 * administrator sees time, service and address alone.
 */
public final class LogText {
    private static final String MASK = "***";

    /**
     * A syslog line up to its text. The process number is demanded, so that in a log of another form no word that a
     * client sent is taken for a service.
     */
    private static final Pattern SERVICE = Pattern.compile("(?:[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d"
            + "|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[\\d.:+Z-]{0,16})"
            + " [\\w.:-]{1,255} (?<service>[A-Za-z][\\w./-]{0,47})\\[\\d{1,10}\\]: ");

    private LogText() {}

    /** The line of the evidence against the address or network; empty if it was not kept. */
    public static String of(Evidence evidence, Network target, Caller caller) {
        if (evidence.line().isEmpty()) {
            return "";
        }
        if (caller.isAdministrator()) {
            return SafeText.of(evidence.line());
        }
        Matcher header = SERVICE.matcher(evidence.line());
        String service = header.lookingAt() ? header.group("service") + ": " : "";
        return service + MASK + ' ' + target + ' ' + MASK;
    }
}
