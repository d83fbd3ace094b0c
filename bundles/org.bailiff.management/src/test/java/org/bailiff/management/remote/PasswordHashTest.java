// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    @Test
    void itKnowsItsPasswordAndNoOther() {
        PasswordHash hash = PasswordHash.of("correct horse".toCharArray(), 10_000);

        assertThat(hash.matches("correct horse".toCharArray())).isTrue();
        assertThat(hash.matches("correct horsf".toCharArray())).isFalse();
        assertThat(hash.matches(new char[0])).isFalse();
    }

    @Test
    void itIsWhatOthersComputeToo() {
        // By Python's hashlib.
        String salt = Base64.getEncoder().encodeToString("NaClNaClNaClNaCl".getBytes(StandardCharsets.US_ASCII));
        PasswordHash hash = new PasswordHash(80_000, salt, "iLTJJGw+WdPmD5CTMqqTm1QolbYhvtkL/vVbo38pyew=");

        assertThat(hash.matches("Password".toCharArray())).isTrue();
    }

    @Test
    void twoOfOnePasswordDifferAndEachIsReadAsItIsWritten() {
        PasswordHash one = PasswordHash.of("same".toCharArray(), 10_000);
        PasswordHash other = PasswordHash.of("same".toCharArray(), 10_000);

        assertThat(one).isNotEqualTo(other);
        assertThat(one.toString()).startsWith("PBKDF2-HMAC-SHA256$10000$").doesNotContain("same");
        assertThat(PasswordHash.parse(one.toString())).contains(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "PBKDF2-HMAC-SHA256$600000$c2FsdHNhbHRzYWx0c2FsdA==",
                "PBKDF2-HMAC-SHA256$999$c2FsdHNhbHRzYWx0c2FsdA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "PBKDF2-HMAC-SHA256$99999999$c2FsdHNhbHRzYWx0c2FsdA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "PBKDF2-HMAC-SHA256$600000$c2FsdA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "PBKDF2-HMAC-SHA256$600000$c2FsdHNhbHRzYWx0c2FsdA==$AAAA",
                "PBKDF2-HMAC-SHA256$600000$!$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "MD5$600000$c2FsdHNhbHRzYWx0c2FsdA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void whatIsNoHashOrAWeakOneIsNotRead(String text) {
        assertThat(PasswordHash.parse(text)).isEmpty();
    }
}
