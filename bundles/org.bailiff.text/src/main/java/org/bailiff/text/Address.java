// SPDX-License-Identifier: Apache-2.0
package org.bailiff.text;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address in one normal form, so that equal addresses are equal values and print alike.
 *
 * <p>It has no name, no zone and no port; an IPv4 address mapped into IPv6 ({@code ::ffff:192.0.2.1}) is the IPv4
 * address, because the kernel sees its packets as IPv4. Immutable.
 */
public final class Address implements Comparable<Address> {
    /** With any other first character the JDK would look the text up as a name. */
    private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f:.]{1,44}");

    private static final long MAPPED_PREFIX = 0xffffL;
    /** Eight groups of four digits, with colons between them. */
    private static final int LONGEST = 39;

    private static final int GROUPS = 8;

    private final long high;
    private final long low;
    private final boolean ipv6;

    private Address(long high, long low, boolean ipv6) {
        this.high = high;
        this.low = low;
        this.ipv6 = ipv6;
    }

    /**
     * The address that the text writes.
     *
     * @throws IllegalArgumentException if it is not a literal address; the message is a sentence for the user
     */
    public static Address parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + SafeText.of(text, 60) + "' is not an address; e.g. 192.0.2.7 or 2001:db8::7"));
    }

    /** The address that the text writes, or empty if it writes none. Never looks a name up. */
    public static Optional<Address> tryParse(String text) {
        if (text.indexOf(':') < 0) {
            return parseDotted(text);
        }
        return IPV6_CHARACTERS.matcher(text).matches() ? parseIpv6(text) : Optional.empty();
    }

    /** By hand, because it is asked for every failure. */
    private static Optional<Address> parseDotted(String text) {
        long value = 0;
        int octet = 0;
        int digits = 0;
        int dots = 0;
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter >= '0' && letter <= '9') {
                octet = octet * 10 + letter - '0';
                digits++;
            } else if (letter == '.' && digits > 0 && dots < 3) {
                value = value << 8 | octet;
                octet = 0;
                digits = 0;
                dots++;
            } else {
                return Optional.empty();
            }
            if (digits > 3 || octet > 255) {
                return Optional.empty();
            }
        }
        return dots == 3 && digits > 0 ? Optional.of(new Address(0, value << 8 | octet, false)) : Optional.empty();
    }

    private static Optional<Address> parseIpv6(String text) {
        try {
            // A text with a colon that begins so is a literal to InetAddress or nothing: it is never looked up.
            return Optional.of(of(InetAddress.getByName(text)));
        } catch (UnknownHostException notALiteral) {
            return Optional.empty();
        }
    }

    /** The address of the JDK's object, without its name and zone. */
    public static Address of(InetAddress address) {
        return ofBytes(address.getAddress());
    }

    /**
     * The address of 4 or 16 bytes in network order.
     *
     * @throws IllegalArgumentException for any other length
     */
    public static Address ofBytes(byte[] bytes) {
        if (bytes.length == 4) {
            return new Address(0, bigEndian(bytes, 0, 4), false);
        }
        if (bytes.length != 16) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
        }
        long high = bigEndian(bytes, 0, 8);
        long low = bigEndian(bytes, 8, 8);
        boolean mapped = high == 0 && low >>> 32 == MAPPED_PREFIX;
        return mapped ? new Address(0, low & 0xffffffffL, false) : new Address(high, low, true);
    }

    private static long bigEndian(byte[] bytes, int from, int length) {
        long value = 0;
        for (int index = from; index < from + length; index++) {
            value = value << 8 | bytes[index] & 0xff;
        }
        return value;
    }

    /** Whether the text writes this address as {@link #toString} does; takes no memory for IPv4. */
    public boolean isWrittenAs(String text) {
        if (ipv6) {
            return toString().equals(text);
        }
        int end = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            int octet = (int) (low >>> shift) & 255;
            end = endOf(octet, text, end);
            if (end < 0 || shift > 0 && (end == text.length() || text.charAt(end++) != '.')) {
                return false;
            }
        }
        return end == text.length();
    }

    /** Where the octet ends that the text writes from there on; -1 if it writes another. */
    private static int endOf(int octet, String text, int from) {
        int digits = octet >= 100 ? 3 : octet >= 10 ? 2 : 1;
        int rest = octet;
        for (int index = from + digits - 1; index >= from; index--) {
            if (index >= text.length() || text.charAt(index) != '0' + rest % 10) {
                return -1;
            }
            rest /= 10;
        }
        return from + digits;
    }

    public boolean isIpv6() {
        return ipv6;
    }

    /** 32 or 128. */
    public int bitLength() {
        return ipv6 ? 128 : 32;
    }

    /** 4 or 16 bytes in network order, in an array of the caller's own. */
    public byte[] toBytes() {
        byte[] bytes = new byte[bitLength() / 8];
        for (int index = 0; index < bytes.length; index++) {
            int shift = (bytes.length - 1 - index) * 8;
            bytes[index] = (byte) (shift >= 64 ? high >>> shift - 64 : low >>> shift);
        }
        return bytes;
    }

    public InetAddress toInetAddress() {
        try {
            return InetAddress.getByAddress(toBytes());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 and 16 bytes are always an address", impossible);
        }
    }

    /** 127.0.0.0/8 or ::1. */
    public boolean isLoopback() {
        return ipv6 ? high == 0 && low == 1 : low >>> 24 == 127;
    }

    /** 0.0.0.0 or ::, which no packet comes from. */
    public boolean isUnspecified() {
        return high == 0 && low == 0;
    }

    /** This address with all bits behind the first {@code prefixLength} cleared. */
    Address masked(int prefixLength) {
        if (!ipv6) {
            return new Address(0, low & 0xffffffffL & leadingOnes(32 + prefixLength), false);
        }
        return new Address(
                high & leadingOnes(Math.min(prefixLength, 64)),
                low & leadingOnes(Math.max(prefixLength - 64, 0)),
                true);
    }

    private static long leadingOnes(int count) {
        return count == 0 ? 0 : -1L << 64 - count;
    }

    /** IPv4 before IPv6, then by number. */
    @Override
    public int compareTo(Address other) {
        if (ipv6 != other.ipv6) {
            return ipv6 ? 1 : -1;
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Address other && high == other.high && low == other.low && ipv6 == other.ipv6;
    }

    @Override
    public int hashCode() {
        // Spread well: an attacker chooses addresses, and neighbours are the usual case.
        long mixed = (high * 0x9e3779b97f4a7c15L ^ low) * 0xbf58476d1ce4e5b9L;
        return (int) (mixed >>> 32);
    }

    /** Dotted quad, or RFC 5952 for IPv6: lower case, the longest run of zero groups as {@code ::}. */
    @Override
    public String toString() {
        if (!ipv6) {
            return (low >>> 24) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
        }
        return ipv6Text();
    }

    private String ipv6Text() {
        byte[] text = new byte[LONGEST];
        int length = 0;
        int run = longestZeroRun();
        for (int index = 0; index < GROUPS; index++) {
            if (index == run) {
                text[length++] = ':';
                text[length++] = ':';
                index += zeroRunLength(run) - 1;
            } else {
                if (length > 0 && text[length - 1] != ':') {
                    text[length++] = ':';
                }
                length = putHex(group(index), text, length);
            }
        }
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Without leading zeros; answers where it ends. */
    private static int putHex(int group, byte[] text, int from) {
        int digits = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(group) + 3) / 4);
        for (int digit = 0; digit < digits; digit++) {
            text[from + digit] = (byte) Character.forDigit(group >>> 4 * (digits - 1 - digit) & 0xf, 16);
        }
        return from + digits;
    }

    private int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> 16 * (3 - index % 4)) & 0xffff;
    }

    private int longestZeroRun() {
        int best = -1;
        for (int index = 0; index < GROUPS; index++) {
            // RFC 5952, 4.2.2: a single zero group is not shortened.
            if (zeroRunLength(index) > (best < 0 ? 1 : zeroRunLength(best))) {
                best = index;
            }
        }
        return best;
    }

    private int zeroRunLength(int from) {
        int end = from;
        while (end < GROUPS && group(end) == 0) {
            end++;
        }
        return end - from;
    }
}
