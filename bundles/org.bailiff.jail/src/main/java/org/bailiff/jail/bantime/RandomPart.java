// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bailiff.text.Network;

/**
 * Seconds that look random and are always the same for the same ban, so that they survive a crash: drawn from a SHA-256 of
 * the seed, the target and which ban of the target it is. Whoever does not know the seed cannot tell them in advance.
 *
 * @param seed secret of the host
 * @param most the largest, in seconds; each from 0 to this one is as likely
 */
record RandomPart(String seed, long most) {
    static final RandomPart NONE = new RandomPart("", 0);

    /**
     * @param count which ban of the target it is, from 1
     */
    long seconds(Network target, int count) {
        byte[] question = (target + "\n" + count + "\n" + seed).getBytes(StandardCharsets.UTF_8);
        long drawn = ByteBuffer.wrap(sha256().digest(question)).getLong();
        // The remainder favours small numbers by less than one in a hundred million: 2^64 is so much more than most.
        return Long.remainderUnsigned(drawn, most + 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
