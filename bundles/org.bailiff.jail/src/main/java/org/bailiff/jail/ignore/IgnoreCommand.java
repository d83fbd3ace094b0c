// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.text.Address;
import org.bailiff.text.SafeText;

/**
 * A command that is asked whether an address is ignored: it is if it ends with 0.
 *
 * @param words the program and its arguments, with tags
 * @param cache how long and of how many addresses its answers count
 */
public record IgnoreCommand(List<String> words, IgnoreCache cache) {
    private static final Pattern TAG = Pattern.compile("<([A-Za-z][A-Za-z0-9_.-]*)>");
    /** What is no text of an attacker's. */
    private static final Set<String> TAGS = Set.of("ip", "family");

    public IgnoreCommand {
        words = List.copyOf(words);
    }

    /**
     * What the text of {@code ignorecommand} says.
     *
     * @throws IllegalArgumentException if it cannot be run so; the message is a sentence with the mend
     */
    static IgnoreCommand parse(String text, IgnoreCache cache) {
        List<String> words = CommandWords.of(text);
        if (words.isEmpty() || !words.get(0).startsWith("/")) {
            throw new IllegalArgumentException("'" + SafeText.of(text, 60)
                    + "' does not begin with a program's whole path; e.g. /usr/local/bin/is-ours <ip>");
        }
        if (TAG.matcher(words.get(0)).find()) {
            throw new IllegalArgumentException("which program is run cannot depend on a tag; write its path");
        }
        words.forEach(IgnoreCommand::checkTags);
        return new IgnoreCommand(words, cache);
    }

    private static void checkTags(String word) {
        Matcher tags = TAG.matcher(word);
        while (tags.find()) {
            if (!TAGS.contains(tags.group(1))) {
                throw new IllegalArgumentException(
                        "the tag <" + SafeText.of(tags.group(1), 60) + "> is not given to a command:"
                                + " it may be any text that an attacker had logged, or needs a look-up; there are <ip> and"
                                + " <family> (inet4 or inet6)");
            }
        }
    }

    /** What is run for the address. */
    List<String> argumentsFor(Address address) {
        return words.stream()
                .map(word -> word.replace("<ip>", address.toString())
                        .replace("<family>", address.isIpv6() ? "inet6" : "inet4"))
                .toList();
    }
}
