// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.Tags;

/**
 * What the named groups of a line's regexes captured. The names that mean something to fail2ban mean the same here.
 * Immutable.
 */
final class Captures {
    static final String USER = "user";
    static final Captures NONE = new Captures(Who.NOBODY, null, Named.NONE, Named.NONE);

    /** Longer ones are not remembered from line to line. */
    static final int LONGEST_REMEMBERED = 256;

    private static final int MOST_REMEMBERED = 16;

    private final Who who;
    /** Null if the group took no part. */
    private final String user;

    private final Named others;
    private final Named marks;

    /**
     * @param user null if no group of this name took part
     * @param others of all other groups
     * @param marks of those that {@linkplain Named#isMark only say something of the line}
     */
    Captures(Who who, String user, Named others, Named marks) {
        this.who = who;
        this.user = user;
        this.others = others;
        this.marks = marks;
    }

    /** By the names of the groups. */
    static Captures of(Map<String, String> values) {
        String[] who = new String[Who.GROUPS.size()];
        TreeMap<String, String> others = new TreeMap<>();
        TreeMap<String, String> marks = new TreeMap<>();
        values.forEach((name, value) -> {
            int group = Who.GROUPS.indexOf(name);
            if (group >= 0) {
                who[group] = value;
            } else if (!name.equals(USER)) {
                (Named.isMark(name) ? marks : others).put(name, value);
            }
        });
        return new Captures(Who.of(who), values.get(USER), Named.of(others), Named.of(marks));
    }

    /** These, and what the match of the regex captured over them. */
    Captures with(Regex regex, MatchResult match) {
        Map<String, String> merged = values();
        regex.groups().forEach((name, number) -> {
            String captured = match.group(number);
            if (captured != null && !name.startsWith(Tags.SKIPPED)) {
                merged.put(name, withoutLineEnd(captured));
            }
        });
        CombinedTags.putIn(merged);
        return of(merged);
    }

    /** Regexes see the end of the line, and may take it. */
    private static String withoutLineEnd(String captured) {
        return captured.endsWith("\n") ? captured.substring(0, captured.length() - 1) : captured;
    }

    /** These over the others, whose marks are of their own line. */
    Captures over(Captures known) {
        if (known == NONE) {
            return this;
        }
        return or(who.over(known.who), user == null ? known.user : user, others.over(known.others), marks);
    }

    /** These, if they are the same, else others. */
    Captures or(Who otherWho, String otherUser, Named otherOthers, Named otherMarks) {
        boolean same = otherWho == who && otherUser == user && otherOthers == others && otherMarks == marks;
        return same ? this : new Captures(otherWho, otherUser, otherOthers, otherMarks);
    }

    /** What is worth remembering for the lines that follow in a session, in a bounded length. */
    Captures remembered() {
        Who whoKept = who.withoutLonger(LONGEST_REMEMBERED);
        String userKept = user == null || user.length() <= LONGEST_REMEMBERED ? user : null;
        Named othersKept = others.remembered(MOST_REMEMBERED, LONGEST_REMEMBERED);
        Named marksKept = marks.isShort(LONGEST_REMEMBERED) ? marks : Named.NONE;
        return or(whoKept, userKept, othersKept, marksKept);
    }

    /** Whether all of it is worth remembering, and what only says something of the line is as short. */
    boolean isShort() {
        return marks.isShort(LONGEST_REMEMBERED)
                && others.isShort(LONGEST_REMEMBERED)
                && (user == null || user.length() <= LONGEST_REMEMBERED)
                && who.withoutLonger(LONGEST_REMEMBERED) == who;
    }

    /** By the names of the groups, in a map of the caller's own. */
    Map<String, String> values() {
        Map<String, String> values = valuesWithoutMarks();
        marks.putInto(values);
        return values;
    }

    /** As {@link #values}, but for what only says something of the line. */
    Map<String, String> valuesWithoutMarks() {
        Map<String, String> values = new HashMap<>();
        for (int group = 0; group < Who.GROUPS.size(); group++) {
            if (who.written(group) != null) {
                values.put(Who.GROUPS.get(group), who.written(group));
            }
        }
        if (user != null) {
            values.put(USER, user);
        }
        others.putInto(values);
        return values;
    }

    /** Whether the line has a mark. */
    boolean has(String mark) {
        return marks.value(mark) != null;
    }

    /** What a mark of the line took. */
    Optional<String> mark(String mark) {
        return Optional.ofNullable(marks.value(mark));
    }

    /** The user, if one was named at all. */
    Optional<String> user() {
        return user == null || user.isEmpty() ? Optional.empty() : Optional.of(user);
    }

    /** The user's name as captured, maybe empty; null if no group of this name took part. */
    String writtenUser() {
        return user;
    }

    /** Of all groups but those which tell who it was and whom it tried, and marks. */
    Named named() {
        return others;
    }

    /** Of the groups that {@linkplain Named#isMark only say something of the line}. */
    Named marks() {
        return marks;
    }

    Who who() {
        return who;
    }

    /** All but who it was, by the names of the tags: {@code fport} is {@code port}. Immutable; made when it is asked. */
    Map<String, String> others() {
        return new TagMap(this);
    }
}
