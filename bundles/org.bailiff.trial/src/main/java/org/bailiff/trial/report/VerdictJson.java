// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.Match;

/**
 * A line's verdict as JSON. Its texts are exact, although an attacker wrote them: all but printable ASCII is escaped as
 * JSON does, so that no terminal is led astray. Only what would make a line of the output too long is cut.
 */
final class VerdictJson {
    /** The command line breaks lines that are longer than 64 KB. */
    private static final int LONGEST = 60_000;

    private static final Set<String> HOSTS = Set.of("ip4", "ip6", "dns");
    private static final String USER = "user";
    private static final int LONG_TEXT = 8192;
    private static final int SHORT_TEXT = 100;

    private final int longestText;
    private final StringWriter text = new StringWriter();
    private final JsonWriter json = new JsonWriter(text);

    private VerdictJson(int longestText) {
        this.longestText = longestText;
    }

    /**
     * @param names what the object says before all else
     * @param number of the line, from 1
     */
    static String of(Map<String, String> names, long number, Match match) {
        String whole = new VerdictJson(LONG_TEXT).object(names, number, match);
        return whole.length() <= LONGEST ? whole : new VerdictJson(SHORT_TEXT).object(names, number, match);
    }

    private String object(Map<String, String> names, long number, Match match) {
        try {
            json.beginObject();
            for (Map.Entry<String, String> name : names.entrySet()) {
                json.name(name.getKey()).value(name.getValue());
            }
            json.name("line").value(number);
            json.name("outcome").value(outcome(match));
            json.name("failures").beginArray();
            if (match instanceof Match.Found found) {
                for (Failure failure : found.failures()) {
                    write(failure);
                }
            }
            json.endArray().endObject();
            return ascii(text.toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String outcome(Match match) {
        if (match instanceof Match.Found) {
            return "failure";
        }
        return match instanceof Match.Helper ? "nofailure" : match instanceof Match.Ignored ? "ignored" : "missed";
    }

    private void write(Failure failure) throws IOException {
        List<String> users = failure.users();
        json.beginObject();
        json.name("id").value(cut(failure.id()));
        json.name("host").value(failure.host().map(this::cut).orElse(null));
        json.name("time").value(failure.time().toString());
        json.name("regex").value(failure.regex());
        json.name("attempts").value(failure.lines());
        json.name("user").value(user(failure).map(this::cut).orElse(null));
        json.name("users").beginArray();
        for (String tried : users) {
            json.value(cut(tried));
        }
        json.endArray();
        json.name("fields").beginObject();
        if (failure.host().isPresent()) {
            json.name(kindOfHost(failure)).value(cut(failure.host().get()));
        }
        for (Map.Entry<String, String> field : new TreeMap<>(failure.captures()).entrySet()) {
            if (!field.getKey().equals(USER) && !HOSTS.contains(field.getKey())) {
                json.name(field.getKey()).value(cut(field.getValue()));
            }
        }
        json.endObject().endObject();
    }

    /** The name of the group that captures such. */
    private static String kindOfHost(Failure failure) {
        return failure.address()
                .map(address -> address.isIpv6() ? "ip6" : "ip4")
                .orElse("dns");
    }

    /** Whom the failure itself tried, of all that its session did; the last of them if its line does not say. */
    private static Optional<String> user(Failure failure) {
        Optional<String> last = failure.users().stream().reduce((earlier, later) -> later);
        return Optional.ofNullable(failure.captures().get(USER)).or(() -> last);
    }

    private String cut(String value) {
        return value.length() <= longestText ? value : value.substring(0, longestText - 1) + "…";
    }

    /** Outside of texts there is only ASCII, so whatever else there is can be escaped. */
    private static String ascii(String written) {
        StringBuilder escaped = new StringBuilder(written.length());
        for (int index = 0; index < written.length(); index++) {
            char character = written.charAt(index);
            if (character < 0x7f) {
                escaped.append(character);
            } else {
                escaped.append(String.format("\\u%04x", (int) character));
            }
        }
        return escaped.toString();
    }
}
