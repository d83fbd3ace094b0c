// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bailiff.text.Address;

/**
 * A list that behaves as the kernel's: it takes one address a write, cuts what is too long, keeps stamps, drops the
 * entry touched longest ago when it is full, and fails for a descriptor that was opened before it was removed. Writes and
 * chunks exclude each other, as under the kernel's lock. Rights are asked for when it is opened, never later.
 */
final class FakeKernelList implements RecentFile {
    private static final int WRITE_BUFFER = 47;
    private static final int MOST_STAMPS = 32;

    /** The entry touched longest ago first, each with its stamps. */
    private final Map<Address, FakeStamps> entries = new LinkedHashMap<>();

    /** Addresses that a write is refused for. */
    final Set<Address> refused = new HashSet<>();
    /** Addresses of which a rule has noted a packet. */
    private final Set<Address> packets = new HashSet<>();

    /** Addresses for which there is no memory: the write succeeds, and an entry that was not there does not appear. */
    final Set<Address> swallowed = new HashSet<>();
    /** So many of the next writes fail, although the list is there. */
    int failures;
    /** Addresses that somebody else has written after us. */
    private final Set<Address> prolonged = new HashSet<>();

    /** What happens once, right after the next look has come to the end. */
    Runnable afterNextLook = () -> {};

    /** Every change that was made. */
    final List<String> changes = new ArrayList<>();

    /** Hears of each entry that is dropped for want of room. */
    Consumer<Address> onPushedOut = address -> {};

    int capacity = 100;
    /** {@code ip_pkt_list_tot}. */
    int stampsKept = MOST_STAMPS;
    /** How many jiffies a second has. */
    int rate = 250;
    /** Whether {@code unsigned long} has 32 bits. */
    boolean narrow;

    boolean exists = true;
    boolean denied;
    private int generation;
    private final InstantSource time;
    private final Instant start;

    FakeKernelList(InstantSource time) {
        this.time = time;
        this.start = time.instant();
    }

    /** The count begins shortly before its lower half begins anew. */
    private long jiffies() {
        long count = 4_294_967_000L + Duration.between(start, time.instant()).toMillis() * rate / 1000;
        return narrow ? count & 0xffff_ffffL : count;
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
        prolonged.add(Address.parse(address));
    }

    /** A look has come to the end. */
    void looked() {
        Runnable next = afterNextLook;
        afterNextLook = () -> {};
        next.run();
    }

    /** Whether somebody else has written the address after us. */
    synchronized boolean isProlonged(Address address) {
        return prolonged.contains(address);
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

    /** What is listed, the sentinel too, the entry touched longest ago first. */
    synchronized List<Address> addresses() {
        return new ArrayList<>(entries.keySet());
    }

    /** The newest stamp of a listed address. */
    synchronized long newestStamp(Address address) {
        return entries.get(address).newest();
    }

    /** How long ago a listed address was last touched. */
    synchronized Duration age(Address address) {
        long age = Jiffies.between(newestStamp(address), jiffies());
        return Duration.ofMillis(age * 1000 / rate);
    }

    /** Whether a rule with {@code --rcheck --seconds} matches the address: it is listed and has a stamp that is young enough. */
    synchronized boolean matches(Address address, Duration lease) {
        return entries.containsKey(address) && age(address).compareTo(lease) <= 0;
    }

    /** The entry touched last. */
    synchronized Address newest() {
        return new ArrayList<>(entries.keySet()).get(entries.size() - 1);
    }

    private void requireThere() throws IOException {
        if (!exists) {
            throw new NoSuchFileException("list");
        }
    }

    /** Fails for a descriptor that was opened before the list was removed. */
    void requireSame(int opened) throws IOException {
        if (opened != generation) {
            throw new IOException("Eingabe-/Ausgabefehler");
        }
    }

    @Override
    public synchronized Writer openForWriting() throws IOException {
        requireThere();
        if (denied) {
            throw new AccessDeniedException("list");
        }
        int opened = generation;
        return new Writer() {
            @Override
            public void write(String change) throws IOException {
                synchronized (FakeKernelList.this) {
                    requireSame(opened);
                    if (failures > 0) {
                        failures--;
                        throw new IOException("Nicht genügend Hauptspeicher verfügbar");
                    }
                    apply(change + '\n');
                }
            }

            @Override
            public void close() {}
        };
    }

    /** What is cut off comes in a second write, which is not at position 0. */
    private void apply(String change) throws IOException {
        String cut = change.substring(0, Math.min(change.length(), WRITE_BUFFER));
        applyFirstLine(cut.lines().findFirst().orElse(""));
        if (cut.length() < change.length()) {
            throw new IOException("Nicht erlaubter Seek");
        }
    }

    private void applyFirstLine(String line) throws IOException {
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
        prolonged.remove(address);
        if (line.startsWith("-")) {
            entries.remove(address);
        } else {
            touch(address);
        }
    }

    private void touch(Address address) {
        FakeStamps stamps = entries.remove(address);
        if (stamps == null) {
            // Room is made before memory is asked for.
            makeRoom();
            if (swallowed.contains(address)) {
                return;
            }
            stamps = new FakeStamps(stampsKept);
        }
        stamps.add(jiffies());
        entries.put(address, stamps);
    }

    private void makeRoom() {
        if (entries.size() >= capacity) {
            Address stalest = entries.keySet().iterator().next();
            entries.remove(stalest);
            onPushedOut.accept(stalest);
        }
    }

    @Override
    public synchronized boolean mayBeWritten() {
        return exists && !denied;
    }

    @Override
    public synchronized Reader openForReading() throws IOException {
        requireThere();
        return new FakeReader(this, generation);
    }

    /** As they are read, in the order of a hash. */
    List<String> lines() {
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

    private String line(Address address, FakeStamps stamps) {
        return "src=" + (address.isIpv6() ? groups(address) : address) + " ttl: " + (packets.contains(address) ? 64 : 0)
                + " last_seen: " + stamps + "\n";
    }

    private static String groups(Address address) {
        return HexFormat.of().formatHex(address.toBytes()).replaceAll("....(?!$)", "$0:");
    }
}
