// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.bailiff.filter.regex.Regex;

/** What a regex finds, told the quick way and Java's, in one form. */
final class JavaAgreement {
    private final QuickText text = new QuickText();

    /** The places of all groups, told by Java; empty if there is no match. */
    static List<Integer> java(Regex regex, String line) {
        Matcher matcher = regex.pattern().matcher(line);
        List<Integer> places = new ArrayList<>();
        for (int group = 0; matcher.find(0) && group <= matcher.groupCount(); group++) {
            places.add(matcher.start(group));
            places.add(matcher.end(group));
        }
        return places;
    }

    /**
     * The same, told by the quick form, with the line somewhere within an array of others; null if it gave up.
     *
     * @param line of ASCII characters
     */
    List<Integer> quick(QuickRegex regex, int groups, String line) {
        String before = "ab ";
        byte[] bytes = (before + line + "c\n").getBytes(StandardCharsets.ISO_8859_1);
        text.use(bytes, before.length(), before.length() + line.length());
        QuickRegex.Answer answer = regex.search(text);
        if (answer == QuickRegex.Answer.GAVE_UP) {
            return null;
        }
        List<Integer> places = new ArrayList<>();
        for (int group = 0; answer == QuickRegex.Answer.MATCHED && group <= groups; group++) {
            places.add(text.start(group) < 0 ? -1 : text.start(group) - before.length());
            places.add(text.end(group) < 0 ? -1 : text.end(group) - before.length());
        }
        return places;
    }
}
