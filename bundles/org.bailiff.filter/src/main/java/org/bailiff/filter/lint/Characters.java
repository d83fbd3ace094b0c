// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.filter.regex.Node;

/** The characters that a class of a regex takes. */
final class Characters {
    /** What messages are made of, the likeliest first; then everything. */
    private static final String LIKELY = "a1 A.-:/=_,;@'\"()[]<>{}!?#$%&*+\\^`|~\t\n";

    private static final int LAST = 0x17f;

    /** Compiling a class takes longer than all else that is done with it, and definitions share most. */
    private static final Map<String, String> USUAL = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 1000;

    private final Matcher matcher;

    private Characters(String java) {
        matcher = Pattern.compile(java, Pattern.UNIX_LINES).matcher("");
    }

    static Characters of(Node.OneOf oneOf) {
        return new Characters(oneOf.java());
    }

    boolean take(String character) {
        return matcher.reset(character).matches();
    }

    boolean takeAll(String text) {
        return text.codePoints().allMatch(codePoint -> take(Character.toString(codePoint)));
    }

    /** The likeliest of the class; empty if none is found. */
    static String usual(Node.OneOf oneOf) {
        String known = USUAL.get(oneOf.java());
        if (known != null) {
            return known;
        }
        if (USUAL.size() >= MOST_KNOWN) {
            USUAL.clear();
        }
        String found = of(oneOf).usual();
        USUAL.put(oneOf.java(), found);
        return found;
    }

    private String usual() {
        for (int index = 0; index < LIKELY.length(); index++) {
            if (take(LIKELY.substring(index, index + 1))) {
                return LIKELY.substring(index, index + 1);
            }
        }
        for (int codePoint = 0; codePoint <= LAST; codePoint++) {
            if (take(Character.toString(codePoint))) {
                return Character.toString(codePoint);
            }
        }
        return "";
    }
}
