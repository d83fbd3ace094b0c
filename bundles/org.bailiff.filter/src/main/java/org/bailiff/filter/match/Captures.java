// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.Tags;
import org.bailiff.text.Address;

/**
 * What the named groups of a line's regexes captured. The names that mean something to fail2ban mean the same here.
 * Immutable.
 */
final class Captures {
    /** Groups that say who it was. */
    private static final Set<String> WHO = Set.of("ip4", "ip6", "dns", "host", "cidr", "fid");
    /** Groups that a failure has fields of its own for, or that are the line itself. */
    private static final Set<String> SPOKEN_FOR = Set.of("ip4", "ip6", "dns", "host", "cidr", "fid", "content");
    /** Longer ones are not remembered from line to line. */
    private static final int LONGEST_REMEMBERED = 256;

    /** Groups that say something of the line and its place in a session, not of who it was. */
    private static final Set<String> MARKS = Set.of("content", "nofail", "mlfforget", "mlfgained", "mlfonce");

    private static final int MOST_REMEMBERED = 16;
    static final Captures NONE = new Captures(Map.of());

    private final Map<String, String> values;

    private Captures(Map<String, String> values) {
        this.values = values;
    }

    static Captures of(Map<String, String> values) {
        return new Captures(Map.copyOf(values));
    }

    /** These, and what the match of the regex captured over them. */
    Captures with(Regex regex, MatchResult match) {
        Map<String, String> merged = new HashMap<>(values);
        regex.groups().forEach((name, number) -> {
            String captured = match.group(number);
            if (captured != null && !name.startsWith(Tags.SKIPPED)) {
                merged.put(name, withoutLineEnd(captured));
            }
        });
        CombinedTags.putIn(merged);
        return new Captures(merged);
    }

    /** Regexes see the end of the line, and may take it. */
    private static String withoutLineEnd(String captured) {
        return captured.endsWith("\n") ? captured.substring(0, captured.length() - 1) : captured;
    }

    /**
     * These over the others. Who it was is told whole by one of them: an IPv6 host is not also the IPv4 one before. An
     * address is not overruled by a name, which says less.
     */
    Captures over(Captures others) {
        Map<String, String> merged = new HashMap<>(others.values);
        Map<String, String> own = new HashMap<>(values);
        if (others.isAddress() && !isAddress() && !has("fid")) {
            own.keySet().removeAll(WHO);
        } else if (id().isPresent()) {
            merged.keySet().removeAll(WHO);
        }
        merged.putAll(own);
        return new Captures(merged);
    }

    private boolean isAddress() {
        return value("ip4")
                .or(() -> value("ip6"))
                .filter(written -> !written.isEmpty())
                .isPresent();
    }

    /** What is worth remembering for the lines that follow in a session, in a bounded length. */
    Captures remembered() {
        Map<String, String> kept = new TreeMap<>(values);
        kept.keySet().removeAll(MARKS);
        kept.values().removeIf(value -> value.length() > LONGEST_REMEMBERED);
        List<String> rest = kept.keySet().stream()
                .filter(name -> !WHO.contains(name) && !name.equals("user"))
                .toList();
        rest.stream().skip(MOST_REMEMBERED).forEach(kept::remove);
        return new Captures(kept);
    }

    /** By the names of the groups. */
    Map<String, String> values() {
        return values;
    }

    boolean has(String group) {
        return values.containsKey(group);
    }

    Optional<String> value(String group) {
        return Optional.ofNullable(values.get(group));
    }

    /** The user, if one was named at all. */
    Optional<String> user() {
        return value("user").filter(user -> !user.isEmpty());
    }

    /** The host as written, with its prefix length if it is a network. */
    Optional<String> host() {
        for (String group : new String[] {"ip4", "ip6", "dns", "host"}) {
            String written = values.get(group);
            if (written != null && !written.isEmpty()) {
                return Optional.of(values.containsKey("cidr") ? written + "/" + values.get("cidr") : written);
            }
        }
        return Optional.empty();
    }

    /** What failures are counted by. An IPv6 address has several forms, but is one. */
    Optional<String> id() {
        return value("fid").filter(id -> !id.isEmpty()).or(() -> host().map(Captures::usualForm));
    }

    private static String usualForm(String host) {
        return host.indexOf(':') < 0
                ? host
                : Address.tryParse(host).map(Address::toString).orElse(host);
    }

    /** Whether both name an address, and not the same. A name beside an address may well be the same host. */
    boolean contradicts(Captures other) {
        Optional<Address> address = host().flatMap(Address::tryParse);
        Optional<Address> others = other.host().flatMap(Address::tryParse);
        return address.isPresent() && others.isPresent() && !address.equals(others);
    }

    /** All but who it was, by the names of the tags: {@code fport} is {@code port}. */
    Map<String, String> others() {
        Map<String, String> others = new HashMap<>();
        values.forEach((name, value) -> {
            if (!SPOKEN_FOR.contains(name)) {
                others.put(name.equals("fport") ? "port" : name, value);
            }
        });
        return others;
    }
}
