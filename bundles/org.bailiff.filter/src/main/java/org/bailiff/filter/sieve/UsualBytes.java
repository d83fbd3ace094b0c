// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import java.nio.charset.StandardCharsets;

/**
 * How often grams are in a log, about: what is seldom there is the best to look for, as few lines need a second look then.
 * Immutable.
 */
final class UsualBytes {
    /** What a log is taken for that is not known yet. */
    static final UsualBytes OF_ANY_LOG = of(("2026-11-25T03:00:00 host systemd[1]: Started Session 12 of user root.\n"
                    + "host CRON[1]: pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)\n"
                    + "host sudo: pam_unix(sudo:session): session closed for user root; COMMAND=/usr/bin/\n"
                    + "host sshd[1]: Failed password for invalid user admin from 192.0.2.1 port 22 ssh2\n"
                    + "host dovecot: imap-login: Login: user=<user>, method=PLAIN, rip=192.0.2.1, TLS\n"
                    + "192.0.2.1 - - [25/Nov/2026:03:00:00] \"GET / HTTP/1.1\" 200 0 \"-\" \"Mozilla/5.0 (X11;\n"
                    + "host service[1]: error: client message failed for the request, authentication failure\n")
            .getBytes(StandardCharsets.US_ASCII));

    private static final int PIECES = 32;
    private static final int PIECE = 1024;
    private static final int TABLE_BITS = 16;

    private final byte[] sample;
    /** By hash of the gram: what falls together counts together. */
    private final char[] counts = new char[1 << TABLE_BITS];

    private UsualBytes(byte[] sample) {
        this.sample = sample;
        for (int length = Gram.SHORTEST; length <= Gram.LONGEST; length++) {
            for (int place = 0; place + length <= sample.length; place++) {
                counts[index(Gram.bytes(sample, place, length), length)]++;
            }
        }
    }

    private static UsualBytes of(byte[] log) {
        return of(log, 0, log.length);
    }

    /** Those of a log of which this is a part. */
    static UsualBytes of(byte[] log, int from, int to) {
        int piece = Math.min(PIECE, (to - from) / PIECES);
        byte[] sample = new byte[PIECES * piece];
        for (int index = 0; index < PIECES; index++) {
            int place = (int) (from + (long) (to - from - piece) * index / (PIECES - 1));
            System.arraycopy(log, place, sample, index * piece, piece);
        }
        return new UsualBytes(sample);
    }

    private static int index(int gram, int length) {
        return (gram + length) * GramTable.MULTIPLIER >>> Integer.SIZE - TABLE_BITS;
    }

    /** How often these bytes are in the sample. */
    int count(int gram, int length) {
        return counts[index(gram, length)];
    }

    /** A part of the log. */
    byte[] sample() {
        return sample;
    }
}
