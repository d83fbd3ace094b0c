// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session's form to store: words with blanks between them, texts in percent-encoding. First the format's name and the
 * last date, then, for each open session, {@code key time attempts failed counted captures users}.
 */
final class SessionText {
    private static final String FORMAT = "session-1";
    private static final String NOTHING = "-";
    private static final int FIELDS = 7;

    private SessionText() {}

    static String write(Optional<Instant> lastDate, Connections connections) {
        if (lastDate.isEmpty() && connections.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(FORMAT)
                .append(' ')
                .append(lastDate.map(Instant::toString).orElse(NOTHING));
        connections.forEach((key, connection) -> write(text, key, connection));
        return text.toString();
    }

    private static void write(StringBuilder text, String key, Connection connection) {
        text.append(' ').append(encode(key));
        text.append(' ').append(connection.lastSeen());
        text.append(' ').append(connection.attempts());
        text.append(' ').append(connection.failed());
        text.append(' ').append(connection.counted());
        List<String> who = new ArrayList<>();
        connection.who().values().forEach((name, value) -> {
            who.add(name);
            who.add(value);
        });
        text.append(' ').append(list(who));
        text.append(' ').append(list(connection.users()));
    }

    /**
     * The session that the text writes.
     *
     * @throws IllegalArgumentException if it is not such a text; also as its subclasses and those of {@link
     *     java.time.DateTimeException}
     */
    static LineSession read(String text) {
        String[] words = text.split(" ");
        if (!words[0].equals(FORMAT) || words.length % FIELDS != 2) {
            throw new IllegalArgumentException("not in the form " + FORMAT);
        }
        Connections connections = new Connections();
        for (int index = 2; index < words.length; index += FIELDS) {
            connections.put(decode(words[index]), connection(words, index));
        }
        return new LineSession(connections, words[1].equals(NOTHING) ? null : Instant.parse(words[1]));
    }

    private static Connection connection(String[] words, int index) {
        return new Connection(
                captures(list(words[index + 5])),
                list(words[index + 6]),
                Instant.parse(words[index + 1]),
                Integer.parseInt(words[index + 2]),
                Boolean.parseBoolean(words[index + 3]),
                Integer.parseInt(words[index + 4]));
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
