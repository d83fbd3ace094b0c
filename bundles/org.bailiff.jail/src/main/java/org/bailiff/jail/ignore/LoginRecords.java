// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bailiff.text.Address;
import org.bailiff.text.SafeText;

/** Who is logged in, from the records that utmp(5) describes. */
final class LoginRecords {
    private static final int USER_PROCESS = 7;
    private static final int HIGHEST_TYPE = 9;
    private static final int LINE = 8;
    private static final int LINE_LENGTH = 32;
    private static final int USER = 44;
    private static final int USER_LENGTH = 32;
    private static final int HOST = 76;
    private static final int HOST_LENGTH = 256;
    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;

    private LoginRecords() {}

    /**
     * How long a record is and where the address stands in it: that depends on whether the machine kept the 32-bit times of
     * its predecessor (x86) or not (ARM).
     */
    private enum Layout {
        TIMES_OF_32_BITS(384, 348),
        TIMES_OF_64_BITS(400, 360);

        private final int length;
        private final int address;

        Layout(int length, int address) {
            this.length = length;
            this.address = address;
        }

        boolean fits(ByteBuffer records) {
            if (records.capacity() % length != 0) {
                return false;
            }
            for (int start = 0; start < records.capacity(); start += length) {
                if (records.getShort(start) < 0 || records.getShort(start) > HIGHEST_TYPE) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The addresses from which somebody is logged in, and who.
     *
     * @param order of the machine
     * @throws IllegalArgumentException if these are no such records
     */
    static Map<Address, String> addresses(byte[] bytes, ByteOrder order) {
        ByteBuffer records = ByteBuffer.wrap(bytes).order(order);
        Layout layout = Arrays.stream(Layout.values())
                .filter(each -> each.fits(records))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(bytes.length + " bytes that are no records of utmp(5)"));
        Map<Address, String> addresses = new HashMap<>();
        for (int start = 0; start < bytes.length; start += layout.length) {
            if (records.getShort(start) == USER_PROCESS) {
                String session =
                        text(bytes, start + USER, USER_LENGTH) + " on " + text(bytes, start + LINE, LINE_LENGTH);
                address(bytes, start, layout)
                        .ifPresent(address -> addresses.put(address, "neverban: the session of " + session));
            }
        }
        return addresses;
    }

    /** In binary, or else as its host's text, if that is an address: names are not looked up. */
    private static Optional<Address> address(byte[] bytes, int start, Layout layout) {
        int from = start + layout.address;
        byte[] binary = Arrays.copyOfRange(bytes, from, from + IPV6_LENGTH);
        boolean isIpv4 = isZero(binary, IPV4_LENGTH, IPV6_LENGTH);
        if (isZero(binary, 0, IPV6_LENGTH)) {
            return Address.tryParse(text(bytes, start + HOST, HOST_LENGTH));
        }
        return Optional.of(Address.ofBytes(isIpv4 ? Arrays.copyOf(binary, IPV4_LENGTH) : binary));
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int index = from; index < to; index++) {
            if (bytes[index] != 0) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return SafeText.of(SafeText.decode(bytes, from, end), length);
    }
}
