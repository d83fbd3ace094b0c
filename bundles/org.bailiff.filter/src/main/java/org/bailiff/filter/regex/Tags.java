// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes fail2ban's tags out as groups: {@code <ADDR>} becomes groups {@code ip4} and {@code ip6}, {@code
 * <F-USER>...</F-USER>} a group {@code user}. The names of groups are those that fail2ban gives them, so that a
 * definition may write either.
 */
public final class Tags {
    private static final Pattern TAG = Pattern.compile("<(?<end>/?)(?<name>[A-Z][A-Z0-9_-]*)(?<empty>/?)>");
    private static final Pattern UNSUITABLE_IN_NAME = Pattern.compile("[^a-z0-9_]");

    private static final String QUAD = "(?:\\d{1,3}\\.){3}\\d{1,3}";
    private static final String HEXTET = "[0-9A-Fa-f]{1,4}";
    /** Erlang writes an IPv4 address in IPv6 with capitals. */
    private static final String IP4 = "(?:::(?:f{4,6}|F{4,6}):)?(?P<ip4>" + QUAD + ")";
    /**
     * Up to eight groups with one or two colons between them. As with fail2ban, a definition must say itself what may
     * follow an address, and what looks like one and is none bans nobody. A zone, as in fe80::1%eth0, is no part of it.
     */
    private static final String IP6 = "(?P<ip6>(?:" + HEXTET + "(?=:)|(?=::))(?:::?" + HEXTET + "){1,7}(?:::)?|"
            + HEXTET + "::)(?:%[0-9A-Za-z._-]{1,16})?";

    /** Either, with or without square brackets, whatever a definition writes around it. */
    private static final String ADDRESS = "\\[?(?:" + IP4 + "|" + IP6 + ")\\]?";

    private static final String DNS = "(?P<dns>[\\w.^-]*\\w)";
    private static final String CIDR = "(?P<cidr>[0-9]+)";

    private static final Map<String, String> WHOLE = Map.of(
            "HOST", "(?:" + ADDRESS + "|" + DNS + ")",
            "ADDR", "(?:" + ADDRESS + ")",
            "IP4", IP4,
            "IP6", IP6,
            "DNS", DNS,
            "CIDR", CIDR,
            "SUBNET", "(?:" + ADDRESS + ")(?:/" + CIDR + ")?");

    private static final Map<String, String> SPECIAL_GROUPS = Map.of("ID", "fid", "PORT", "fport");
    private static final Map<String, String> DEFAULTS = Map.of("ID", "\\S+", "PORT", "\\w+", "USER", "\\S+");

    /** What the names of groups begin with that take lines which a match of several lines leaves out. */
    public static final String SKIPPED = "skiplines";

    private final String text;
    private int skips;

    private Tags(String text) {
        this.text = text;
    }

    /**
     * The text without tags. What looks like a tag and is none stays as it is.
     *
     * @throws RegexSyntaxException if a tag is not closed, or not offered
     */
    public static String writeOut(String text) throws RegexSyntaxException {
        return new Tags(text).writeOut();
    }

    private String writeOut() throws RegexSyntaxException {
        Matcher tag = TAG.matcher(text);
        StringBuilder out = new StringBuilder();
        while (tag.find()) {
            tag.appendReplacement(out, Matcher.quoteReplacement(replacement(tag)));
        }
        return tag.appendTail(out).toString();
    }

    private String replacement(Matcher tag) throws RegexSyntaxException {
        String name = tag.group("name");
        if (name.equals("SKIPLINES")) {
            return "(?P<" + SKIPPED + ++skips + ">\\n*(?:.*\\n)*?)";
        }
        if (WHOLE.containsKey(name)) {
            return WHOLE.get(name);
        }
        return name.startsWith("F-") ? field(tag, name) : tag.group();
    }

    private String field(Matcher tag, String name) throws RegexSyntaxException {
        String field = name.substring(2);
        if (!tag.group("end").isEmpty()) {
            return ")";
        }
        String opening = "(?P<" + groupName(field) + ">";
        if (!tag.group("empty").isEmpty()) {
            return opening + ")";
        }
        return text.indexOf("</" + name + ">", tag.end()) >= 0 ? opening : opening + defaultOf(name, field) + ")";
    }

    private static String defaultOf(String name, String field) throws RegexSyntaxException {
        if (!DEFAULTS.containsKey(field)) {
            throw new RegexSyntaxException(
                    "<" + name + "> is not closed; write </" + name + "> behind what it captures");
        }
        return DEFAULTS.get(field);
    }

    private static String groupName(String field) {
        String lower = field.toLowerCase(Locale.ROOT);
        return SPECIAL_GROUPS.getOrDefault(
                field, UNSUITABLE_IN_NAME.matcher(lower).replaceAll("_"));
    }
}
