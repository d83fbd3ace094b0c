// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnrollingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"((?:[^\"\\\\]|\\\\.)*)\"",
                "\"((?:\\\\.|[^\"\\\\])*)x",
                "((?:[^\"]|\"\")+)\"a",
                "((?:[^,\\\\]|\\\\[,x])*),(.*)$"
            })
    void itTakesWhatTheLoopTakes(String regex) throws RegexSyntaxException {
        Pattern asWritten = Pattern.compile(regex, Pattern.UNIX_LINES | Pattern.MULTILINE);
        Pattern unrolled = Regex.of(regex).pattern();
        Random random = new Random(7);
        for (int count = 0; count < 5000; count++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append("\"\\,ax".charAt(random.nextInt(5)));
            }
            assertThat(firstMatch(unrolled, text)).as(text.toString()).isEqualTo(firstMatch(asWritten, text));
        }
    }

    private static String firstMatch(Pattern pattern, CharSequence text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.start() + ":" + matcher.group() + ":" + matcher.group(1) : "none";
    }

    @Test
    void aLongQuotedTextOverflowsNoStack() throws RegexSyntaxException {
        Pattern pattern = Regex.of("^\"(?:[^\"\\\\]|\\\\.)*\" end$").pattern();

        assertThat(pattern.matcher("\"" + "x".repeat(60_000) + "\" end").find()).isTrue();
    }
}
