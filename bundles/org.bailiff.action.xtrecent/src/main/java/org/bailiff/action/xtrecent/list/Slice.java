// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.List;
import java.util.stream.IntStream;
import org.bailiff.text.Address;

/**
 * Which addresses one of several lists holds. Chosen by bits of the address, so that the firewall's rule can ask for them
 * first: for each list that a rule asks for, the kernel compares the names of all, and a packet that had to pass a hundred
 * lists would pay for it with a third of a millisecond.
 *
 * <p>It must never change: an entry would be looked for in another list than it is in.
 *
 * @param number from 1
 * @param lists how many there are; a power of two needs the fewest rules
 */
public record Slice(int number, int lists) {
    /** All addresses. */
    public static final Slice ALL = new Slice(1, 1);

    /** So many buckets a list, where lists do not divide them evenly. */
    private static final int FINENESS = 4;

    /**
     * The bits that count, from the right. Of IPv6 they are taken in turn from the third and fourth group, where providers
     * tell customers apart: what comes behind is the same customer, who cannot fill more than one list with it.
     */
    private static final int[] IPV6_BITS = {80, 64, 81, 65, 82, 66, 83, 67, 84, 68, 85, 69};

    private static final int[] IPV4_BITS = IntStream.range(0, IPV6_BITS.length).toArray();

    /** Whether it is one of several. */
    public boolean isPart() {
        return lists > 1;
    }

    /** Whether the address is in it. */
    boolean holds(Address address) {
        return numberOf(address) == number;
    }

    /** Which of the lists, from 1, the address is in. */
    int numberOf(Address address) {
        byte[] bytes = address.toBytes();
        int[] bits = bits(address.isIpv6());
        int bucket = 0;
        for (int bit = 0; bit < bucketBits(); bit++) {
            int place = bits[bit];
            bucket |= (bytes[bytes.length - 1 - place / 8] >> place % 8 & 1) << bit;
        }
        return bucket % lists + 1;
    }

    /** For each bucket of it, what a rule's {@code -s} says: {@code 0.0.0.5/0.0.0.15}. Empty if it is everything. */
    public List<String> sources(boolean ipv6) {
        if (!isPart()) {
            return List.of();
        }
        String mask = address(ipv6, buckets() - 1);
        return IntStream.range(0, buckets())
                .filter(bucket -> bucket % lists == number - 1)
                .mapToObj(bucket -> address(ipv6, bucket) + "/" + mask)
                .toList();
    }

    private String address(boolean ipv6, int bucket) {
        byte[] bytes = new byte[ipv6 ? 16 : 4];
        int[] bits = bits(ipv6);
        for (int bit = 0; bit < bucketBits(); bit++) {
            int place = bits[bit];
            bytes[bytes.length - 1 - place / 8] |= (byte) ((bucket >> bit & 1) << place % 8);
        }
        return Address.ofBytes(bytes).toString();
    }

    private static int[] bits(boolean ipv6) {
        return ipv6 ? IPV6_BITS : IPV4_BITS;
    }

    private int buckets() {
        return Integer.bitCount(lists) == 1 ? lists : Integer.highestOneBit(FINENESS * lists - 1) << 1;
    }

    private int bucketBits() {
        return Integer.numberOfTrailingZeros(buckets());
    }
}
