// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.text.Address;

/**
 * What a look at a list showed. A list of more than one chunk is no snapshot: while it changes, an entry may be missing
 * from a look although it is listed.
 *
 * @param lines what is listed, by address
 * @param size how many entries were seen, those among them whose address no packet can have
 * @param complete whether the list's end was reached
 */
public record Listing(Map<Address, Line> lines, int size, boolean complete) {
    /** What the kernel hands out at once. */
    static final int CHUNK = 4096;

    /** Nothing is listed. */
    static final Listing EMPTY = new Listing(Map.of(), 0, true);

    private static final long[] NO_TIMES = {};

    private static final Pattern COMMA = Pattern.compile(",");

    private static final Pattern LINE = Pattern.compile(
            "src=(?<address>[0-9a-f.:]+) ttl: (?<ttl>\\d+) last_seen: (?<seen>\\d+) oldest_pkt: \\d+(?<stamps>.*)");

    /**
     * An entry as the kernel shows it.
     *
     * @param ttl of the last packet that the rule's own list noted; 0 if it was only ever written
     * @param lastSeen the newest stamp, in jiffies
     * @param stamps how many stamps it keeps: writes, and packets if the rule updates
     * @param times the stamps themselves where packets are among them, in no order; else none, for they tell nothing
     */
    public record Line(int ttl, long lastSeen, int stamps, long... times) {
        @Override
        public boolean equals(Object object) {
            return object instanceof Line other
                    && ttl == other.ttl
                    && lastSeen == other.lastSeen
                    && stamps == other.stamps
                    && Arrays.equals(times, other.times);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(lastSeen);
        }

        /** Whether a rule has noted a packet in it, and not only we have written it. */
        boolean notesPackets() {
            return ttl != 0;
        }
    }

    /**
     * Looks at a list from its beginning.
     *
     * @param limit about how many bytes to read at most; the last line may be lost then
     */
    public static Listing read(RecentFile.Reader reader, long limit) throws IOException {
        Collector collector = new Collector();
        byte[] buffer = new byte[CHUNK];
        reader.rewind();
        long total = 0;
        int length = reader.read(buffer);
        while (length >= 0 && total + length < limit) {
            total += length;
            collector.add(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
            length = reader.read(buffer);
        }
        if (length > 0) {
            collector.add(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
        }
        return new Listing(collector.lines, collector.size, length < 0);
    }

    public boolean holds(Address address) {
        return lines.containsKey(address);
    }

    Optional<Line> line(Address address) {
        return Optional.ofNullable(lines.get(address));
    }

    /** Puts chunks together to lines. */
    private static final class Collector {
        private final Map<Address, Line> lines = new HashMap<>();
        private String rest = "";
        private int size;

        void add(String chunk) {
            String text = rest + chunk;
            int from = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
                line(text.substring(from, end));
                from = end + 1;
            }
            rest = text.substring(from);
        }

        private void line(String line) {
            size++;
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                return;
            }
            String written = matcher.group("address");
            // An IPv4 address mapped into IPv6 never matches a packet: it must not pass for the IPv4 address.
            Address.tryParse(written)
                    .filter(address -> address.isIpv6() == written.contains(":"))
                    .ifPresent(address -> lines.put(address, parsed(matcher)));
        }

        private static Line parsed(Matcher matcher) {
            String stamps = matcher.group("stamps");
            int count =
                    (int) stamps.chars().filter(character -> character == ',').count() + 1;
            int ttl = Integer.parseInt(matcher.group("ttl"));
            long[] times = ttl == 0
                    ? NO_TIMES
                    : COMMA.splitAsStream(stamps)
                            .mapToLong(stamp -> Long.parseUnsignedLong(stamp.strip()))
                            .toArray();
            return new Line(ttl, Long.parseUnsignedLong(matcher.group("seen")), count, times);
        }
    }
}
