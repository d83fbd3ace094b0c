// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password. As text: {@code PBKDF2-HMAC-SHA256$iterations$salt$hash}, the last two in Base64.
 *
 * @param iterations how much work one guess is
 * @param salt in Base64
 * @param hash in Base64
 */
record PasswordHash(int iterations, String salt, String hash) {
    /** What OWASP asks for since 2023; a fifth of a second or so. */
    static final int ITERATIONS = 600_000;

    private static final String METHOD = "PBKDF2-HMAC-SHA256";
    private static final int FEWEST = 10_000;
    private static final int MOST = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    PasswordHash {
        if (iterations < FEWEST || iterations > MOST) {
            throw new IllegalArgumentException(iterations + " iterations; from " + FEWEST + " to " + MOST + " do");
        }
        if (Base64.getDecoder().decode(salt).length < SALT_BYTES
                || Base64.getDecoder().decode(hash).length != HASH_BYTES) {
            throw new IllegalArgumentException("the salt or the hash is too short");
        }
    }

    /** Of a password, with a salt of its own. */
    static PasswordHash of(char[] password, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = hash(password, salt, iterations);
        Base64.Encoder encoder = Base64.getEncoder();
        return new PasswordHash(iterations, encoder.encodeToString(salt), encoder.encodeToString(hash));
    }

    /** Of no password at all, but as much work to try one. */
    static PasswordHash decoy(int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BYTES];
        RANDOM.nextBytes(salt);
        RANDOM.nextBytes(hash);
        Base64.Encoder encoder = Base64.getEncoder();
        return new PasswordHash(iterations, encoder.encodeToString(salt), encoder.encodeToString(hash));
    }

    /** Empty if the text is no such hash. */
    static Optional<PasswordHash> parse(String text) {
        String[] parts = text.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(METHOD) || !parts[1].matches("\\d{1,8}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PasswordHash(Integer.parseInt(parts[1]), parts[2], parts[3]));
        } catch (IllegalArgumentException malformed) {
            // An empty answer says it.
            return Optional.empty();
        }
    }

    /** Whether it is this password's. Takes as long whether it is or not. */
    boolean matches(char[] password) {
        byte[] tried = hash(password, Base64.getDecoder().decode(salt), iterations);
        return MessageDigest.isEqual(tried, Base64.getDecoder().decode(hash));
    }

    private static byte[] hash(char[] password, byte[] salt, int iterations) {
        // The JDK refuses an empty one, which would answer sooner than a wrong one.
        char[] guess = password.length == 0 ? new char[] {0} : password;
        PBEKeySpec specification = new PBEKeySpec(guess, salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(specification)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", e);
        } finally {
            specification.clearPassword();
        }
    }

    @Override
    public String toString() {
        return METHOD + "$" + iterations + "$" + salt + "$" + hash;
    }
}
