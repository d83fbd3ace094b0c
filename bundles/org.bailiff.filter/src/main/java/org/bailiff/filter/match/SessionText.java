// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A session's form to store: words with blanks between them, texts in percent-encoding. First the format's name, the last
 * date and the last lines, then, for each open session, {@code key time numbers captures users}.
 */
final class SessionText {
    private static final String FORMAT = "session-2";
    private static final int HEAD = 3;
    private static final String NOTHING = "-";
    private static final int FIELDS = 5;

    private SessionText() {}

    static String write(Optional<Instant> lastDate, Connections connections, LineWindow window) {
        if (lastDate.isEmpty() && connections.isEmpty() && window.lines().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(FORMAT)
                .append(' ')
                .append(lastDate.map(Instant::toString).orElse(NOTHING))
                .append(' ')
                .append(list(window.lines()));
        connections.forEach((key, connection) -> write(text, key, connection));
        return text.toString();
    }

    private static void write(StringBuilder text, String key, Connection connection) {
        text.append(' ').append(encode(key));
        text.append(' ').append(connection.lastSeen());
        text.append(' ').append(numbers(connection.reckoning().numbers()));
        List<String> who = new ArrayList<>();
        new TreeMap<>(connection.known().valuesWithoutMarks()).forEach((name, value) -> {
            who.add(name);
            who.add(value);
        });
        text.append(' ').append(list(who));
        text.append(' ').append(list(connection.users()));
    }

    /**
     * The session that the text writes.
     *
     * @param connections of the session; empty as yet
     * @param maxLines how many lines it may remember
     * @throws IllegalArgumentException if it is not such a text; also as its subclasses and those of {@link
     *     java.time.DateTimeException}
     */
    static LineSession read(String text, Connections connections, int maxLines) {
        String[] words = text.split(" ");
        if (!words[0].equals(FORMAT) || words.length % FIELDS != HEAD % FIELDS) {
            throw new IllegalArgumentException("not in the form " + FORMAT);
        }
        for (int index = HEAD; index < words.length; index += FIELDS) {
            connections.put(decode(words[index]), connection(words, index, connections.newReckoning()));
        }
        Instant lastDate = words[1].equals(NOTHING) ? null : Instant.parse(words[1]);
        return new LineSession(connections, new LineWindow(maxLines, list(words[2])), lastDate);
    }

    private static Connection connection(String[] words, int index, Reckoning reckoning) {
        reckoning.restore(Arrays.stream(words[index + 2].split(","))
                .mapToInt(Integer::parseInt)
                .toArray());
        return new Connection(
                reckoning, Instant.parse(words[index + 1]), captures(list(words[index + 3])), list(words[index + 4]));
    }

    private static String numbers(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static Captures captures(List<String> namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int index = 0; index + 1 < namesAndValues.size(); index += 2) {
            values.put(namesAndValues.get(index), namesAndValues.get(index + 1));
        }
        return Captures.of(values);
    }

    private static String list(List<String> texts) {
        return texts.isEmpty()
                ? NOTHING
                : String.join(",", texts.stream().map(SessionText::encode).toList());
    }

    private static List<String> list(String text) {
        List<String> texts = new ArrayList<>();
        if (!text.equals(NOTHING)) {
            for (String part : text.split(",", -1)) {
                texts.add(decode(part));
            }
        }
        return texts;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
