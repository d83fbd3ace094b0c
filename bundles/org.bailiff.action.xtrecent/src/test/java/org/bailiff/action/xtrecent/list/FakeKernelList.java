// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bailiff.text.Address;

/**
 * A list that behaves as the kernel's: it takes one address a write, cuts what is too long, keeps stamps, drops the
 * entry touched longest ago when it is full, and fails for a descriptor that was opened before it was removed. Writes and
 * chunks exclude each other, as under the kernel's lock.
 */
final class FakeKernelList implements RecentFile {
    private static final int WRITE_BUFFER = 47;
    private static final int MOST_STAMPS = 32;

    /** The entry touched longest ago first, each with its stamps. */
    private final Map<Address, List<Long>> entries = new LinkedHashMap<>();

    /** Addresses that a write is refused for. */
    final Set<Address> refused = new HashSet<>();
    /** Addresses of which a rule has noted a packet. */
    private final Set<Address> packets = new HashSet<>();

    /** Addresses for which there is no memory: the write succeeds, the entry does not appear. */
    final Set<Address> swallowed = new HashSet<>();
    /** Every change that was made. */
    final List<String> changes = new ArrayList<>();

    int capacity = 100;
    int stampsKept = MOST_STAMPS;
    boolean exists = true;
    boolean denied;
    private int generation;
    private final InstantSource time;
    private final Instant start;

    FakeKernelList(InstantSource time) {
        this.time = time;
        this.start = time.instant();
    }

    /** As a kernel with HZ=250, shortly before the lower half of the count begins anew. */
    private long jiffies() {
        return 4_294_967_000L + Duration.between(start, time.instant()).toMillis() / 4;
    }

    /** The last rule that names it is deleted. */
    synchronized void remove() {
        exists = false;
        entries.clear();
        generation++;
    }

    /** A rule names it again. */
    synchronized void makeAnew() {
        remove();
        exists = true;
    }

    /** Somebody writes {@code /}. */
    synchronized void flush() {
        entries.clear();
    }

    /** Somebody writes {@code -ADDRESS}. */
    synchronized void delist(String address) {
        entries.remove(Address.parse(address));
    }

    /** Somebody else writes {@code +ADDRESS}. */
    synchronized void add(String address) {
        touch(Address.parse(address));
    }

    synchronized boolean lists(String address) {
        return entries.containsKey(Address.parse(address));
    }

    /** What is listed, without the sentinel, in order. */
    synchronized List<String> listed() {
        return entries.keySet().stream()
                .filter(address -> !address.equals(Sentinel.ADDRESS))
                .sorted()
                .map(Address::toString)
                .toList();
    }

    /** The entry touched last. */
    synchronized Address newest() {
        return new ArrayList<>(entries.keySet()).get(entries.size() - 1);
    }

    private void requireThere() throws IOException {
        if (!exists) {
            throw new NoSuchFileException("list");
        }
        if (denied) {
            throw new AccessDeniedException("list");
        }
    }

    private void requireSame(int opened) throws IOException {
        if (opened != generation) {
            throw new IOException("Eingabe-/Ausgabefehler");
        }
    }

    @Override
    public Writer openForWriting() throws IOException {
        requireThere();
        int opened = generation;
        return new Writer() {
            @Override
            public void write(String change) throws IOException {
                synchronized (FakeKernelList.this) {
                    requireSame(opened);
                    apply(change);
                }
            }

            @Override
            public void close() {}
        };
    }

    private void apply(String change) throws IOException {
        String cut = change.substring(0, Math.min(change.length(), WRITE_BUFFER));
        String line = cut.lines().findFirst().orElse("");
        if (line.startsWith("/")) {
            flush();
            return;
        }
        Address address =
                line.isEmpty() ? null : Address.tryParse(line.substring(1)).orElse(null);
        if (address == null || "+-".indexOf(line.charAt(0)) < 0 || refused.contains(address)) {
            throw new IOException("Das Argument ist ungültig");
        }
        changes.add(line);
        if (line.startsWith("-")) {
            entries.remove(address);
        } else if (!swallowed.contains(address)) {
            touch(address);
        }
    }

    private void touch(Address address) {
        List<Long> stamps = entries.remove(address);
        if (stamps == null && entries.size() >= capacity) {
            Iterator<Address> oldest = entries.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        List<Long> kept = stamps == null ? new ArrayList<>() : stamps;
        kept.add(jiffies());
        entries.put(address, kept.size() > stampsKept ? kept.subList(1, kept.size()) : kept);
    }

    @Override
    public synchronized boolean mayBeWritten() {
        return exists && !denied;
    }

    @Override
    public Reader openForReading() throws IOException {
        if (!exists) {
            throw new NoSuchFileException("list");
        }
        int opened = generation;
        return new Reader() {
            private int next;

            @Override
            public void rewind() {
                next = 0;
            }

            @Override
            public int read(byte[] buffer) throws IOException {
                synchronized (FakeKernelList.this) {
                    requireSame(opened);
                    List<String> lines = lines();
                    ByteBuffer chunk = ByteBuffer.wrap(buffer);
                    while (next < lines.size() && lines.get(next).length() <= chunk.remaining()) {
                        chunk.put(lines.get(next++).getBytes(StandardCharsets.US_ASCII));
                    }
                    return chunk.position() == 0 ? -1 : chunk.position();
                }
            }

            @Override
            public void close() {}
        };
    }

    private List<String> lines() {
        return entries.keySet().stream()
                .sorted()
                .map(address -> line(address, entries.get(address)))
                .toList();
    }

    /** A packet that a rule notes: in the list of hits with --set, in the list itself with --update. */
    synchronized void packet(String address) {
        packets.add(Address.parse(address));
        touch(Address.parse(address));
    }

    private String line(Address address, List<Long> stamps) {
        String all = String.join(", ", stamps.stream().map(String::valueOf).toList());
        return "src=" + (address.isIpv6() ? groups(address) : address) + " ttl: " + (packets.contains(address) ? 64 : 0)
                + " last_seen: " + stamps.get(stamps.size() - 1) + " oldest_pkt: " + stamps.size() + " " + all + "\n";
    }

    private static String groups(Address address) {
        StringBuilder text = new StringBuilder();
        byte[] bytes = address.toBytes();
        for (int index = 0; index < bytes.length; index += 2) {
            text.append(text.length() == 0 ? "" : ":")
                    .append(String.format("%02x%02x", bytes[index], bytes[index + 1]));
        }
        return text.toString();
    }
}
