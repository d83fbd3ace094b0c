// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A regex, ready to run over ASCII bytes. Immutable. */
public final class QuickRegex {
    /** What a search came to. */
    public enum Answer {
        /** The leftmost match was found; where is in the {@link QuickText}. */
        MATCHED,
        /** There is no match. */
        MISSED,
        /** It took too many steps to tell: {@code java.util.regex} is to be asked. */
        GAVE_UP
    }

    private final Pattern pattern;
    private final boolean anchored;

    private QuickRegex(Pattern pattern, boolean anchored) {
        this.pattern = pattern;
        this.anchored = anchored;
    }

    /**
     * @param pattern what it does, as Java does it; groups have its numbers
     * @param anchored whether every match begins where a line begins
     */
    public static QuickRegex of(Pattern pattern, boolean anchored) {
        return new QuickRegex(pattern, anchored);
    }

    /** Looks for the leftmost match in the text. */
    public Answer search(QuickText text) {
        Matcher matcher =
                pattern.matcher(new String(text.bytes, text.from, text.to - text.from, StandardCharsets.ISO_8859_1));
        text.begin(matcher.groupCount());
        if (!(anchored ? matcher.lookingAt() : matcher.find())) {
            return Answer.MISSED;
        }
        for (int group = 0; group <= matcher.groupCount(); group++) {
            boolean took = matcher.start(group) >= 0;
            text.places[2 * group] = took ? text.from + matcher.start(group) : QuickText.NOTHING;
            text.places[2 * group + 1] = took ? text.from + matcher.end(group) : QuickText.NOTHING;
        }
        return Answer.MATCHED;
    }
}
