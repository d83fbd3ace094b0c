// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.bailiff.text.Network;

/** Works out the ids of bans; those that come one after the other begin at about the same time. Thread-safe. */
final class BanIds {
    private static final MessageDigest UNUSED = sha256();
    private static final HexFormat HEX = HexFormat.of();
    private static final int BYTES = 8;
    private static final int MINUTE = 60;

    /** The minute of the last one. */
    private static volatile Minute last = Minute.of(0);

    /**
     * A minute.
     *
     * @param number counted from 1970
     * @param text of it, with the colon before the seconds
     */
    private record Minute(long number, String text) {
        static Minute of(long number) {
            String text = Instant.ofEpochSecond(number * MINUTE).toString();
            return new Minute(number, text.substring(0, text.length() - "00Z".length()));
        }
    }

    private BanIds() {}

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** That of the ban of this target by this jail that began at this moment. */
    static String of(String jail, Network target, Instant since) {
        String text = jail + '\n' + target + '\n' + written(since);
        return HEX.formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }

    /** A copy costs less than looking for who has one. */
    private static MessageDigest digest() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException otherProvider) {
            return sha256();
        }
    }

    /** As the moment writes itself, which takes longer. */
    static String written(Instant moment) {
        if (moment.getNano() != 0) {
            return moment.toString();
        }
        long number = Math.floorDiv(moment.getEpochSecond(), MINUTE);
        Minute minute = last;
        if (minute.number() != number) {
            minute = Minute.of(number);
            last = minute;
        }
        long second = moment.getEpochSecond() - number * MINUTE;
        return minute.text() + (second < 10 ? "0" : "") + second + 'Z';
    }
}
