// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.jail;

import java.util.Locale;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/**
 * Whether a jail bans networks, the /24 or /64 of many banned neighbours, and from how many on: the jail's key
 * {@link #KEY}.
 *
 * @param neighbours how many banned addresses of a network lead to its ban; 0 if networks are not banned
 */
public record NetworkBans(int neighbours) {
    /** The jail's key. */
    public static final String KEY = "networkbans";
    /** Networks are not banned. */
    public static final NetworkBans OFF = new NetworkBans(0);

    private static final int USUAL = 8;
    private static final int FEWEST = 2;
    private static final int MOST = 256;
    private static final int IPV4_PREFIX = 24;
    private static final int IPV6_PREFIX = 64;

    /**
     * What a jail's file says: {@code no}, {@code yes} or a number of neighbours.
     *
     * @throws IllegalArgumentException for anything else; the message is a sentence
     */
    public static NetworkBans parse(String text) {
        switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "", "no", "false", "off", "0":
                return OFF;
            case "yes", "true", "on":
                return new NetworkBans(USUAL);
            default:
                break;
        }
        String number = text.strip();
        if (!number.matches("\\d{1,3}") || Integer.parseInt(number) < FEWEST || Integer.parseInt(number) > MOST) {
            throw new IllegalArgumentException("'" + SafeText.of(number, 60) + "' is neither no nor yes nor a number of"
                    + " neighbours from " + FEWEST + " to " + MOST + ", e.g. " + USUAL);
        }
        return new NetworkBans(Integer.parseInt(number));
    }

    public boolean isOn() {
        return neighbours > 0;
    }

    /** The network that is banned with an address: its /24, or its /64 for IPv6. */
    public static Network networkOf(Address address) {
        return Network.around(address, address.isIpv6() ? IPV6_PREFIX : IPV4_PREFIX);
    }

    /** Whether this is a network of the size that is banned. */
    public static boolean isBannable(Network target) {
        return networkOf(target.base()).equals(target);
    }
}
