// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.util.Set;
import org.bailiff.api.Caller;
import org.bailiff.text.Address;
import org.bailiff.text.SafeText;

/** What a caller may see of a log line: an administrator all of it, anyone else the addresses that the filter found. */
final class Discretion {
    private static final String MASK = "***";
    /** The groups of a filter that capture addresses. */
    private static final Set<String> ADDRESSES = Set.of("ip4", "ip6", "host");

    private final boolean all;

    Discretion(Caller caller) {
        this.all = caller.isAdministrator();
    }

    /** A piece of the line, safe to show. */
    String text(String piece) {
        return all ? SafeText.of(piece) : MASK;
    }

    /** What is left of the line without its date, safe to show: regexes see a line feed behind it, people need not. */
    String rest(String text) {
        return text(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    }

    /** What a group of the filter captured, safe to show. */
    String capture(String group, String value) {
        return ADDRESSES.contains(group) ? who(value) : text(value);
    }

    /** A host or an id, safe to show. */
    String who(String written) {
        return Address.tryParse(written).isPresent() ? SafeText.of(written) : text(written);
    }
}
