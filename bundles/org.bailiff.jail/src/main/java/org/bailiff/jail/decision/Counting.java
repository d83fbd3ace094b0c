// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bailiff.api.Failure;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.text.Address;
import org.bailiff.text.SafeText;

/**
 * What failures are counted by: the jail's key {@link #KEY}. By address, as fail2ban does; by its /24 or /64, for attackers
 * who use many addresses of one network; or by a capture of the filter, for those who use many addresses on one account.
 *
 * @param kind what it is
 * @param capture whose values are counted; empty unless it is one
 */
public record Counting(Kind kind, String capture) {
    /** The jail's key. */
    public static final String KEY = "countby";

    /** By address, or by what {@code <F-ID>} captured. */
    public static final Counting BY_ADDRESS = new Counting(Kind.ADDRESS, "");

    private static final Counting BY_NETWORK = new Counting(Kind.NETWORK, "");
    private static final Pattern CAPTURE = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    /** A longer key is an attacker's, and would fill the memory. */
    private static final int LONGEST_KEY = 128;

    /** What failures can be counted by. */
    public enum Kind {
        /** The address, or what {@code <F-ID>} captured. */
        ADDRESS,
        /** The address' network: /24, or /64 for IPv6. */
        NETWORK,
        /** What another tag captured. */
        CAPTURE
    }

    /**
     * What a jail's file says: {@code address}, {@code network}, or the name of a capture, e.g. {@code user}.
     *
     * @throws IllegalArgumentException for anything else; the message is a sentence
     */
    public static Counting parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        switch (word) {
            case "address", "ip", "host":
                return BY_ADDRESS;
            case "network", "subnet":
                return BY_NETWORK;
            default:
                break;
        }
        String name = word.startsWith("f-") ? word.substring(2) : word;
        if (!CAPTURE.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + SafeText.of(text, 60) + "' is nothing to count by; it is address,"
                    + " network, or the name of a capture of the filter, e.g. user for <F-USER>");
        }
        return new Counting(Kind.CAPTURE, name);
    }

    /** What the failure counts for. One that lacks the capture counts for its address. */
    String key(Failure failure) {
        return switch (kind) {
            case ADDRESS -> bounded(failure.id());
            case NETWORK -> failure.address().flatMap(this::keyOf).orElse(failure.id());
            case CAPTURE ->
                bounded(Optional.ofNullable(failure.captures().get(capture))
                        .filter(value -> !value.isBlank())
                        .map(value -> capture + '=' + value)
                        .orElse(failure.id()));
        };
    }

    /** What failures of an address count for, as far as the address tells. */
    Optional<String> keyOf(Address address) {
        return switch (kind) {
            case ADDRESS -> Optional.of(address.toString());
            case NETWORK -> Optional.of(NetworkBans.networkOf(address).toString());
            case CAPTURE -> Optional.empty();
        };
    }

    private static String bounded(String key) {
        if (key.length() <= LONGEST_KEY) {
            return key;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return key.substring(0, LONGEST_KEY / 2) + '~' + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
