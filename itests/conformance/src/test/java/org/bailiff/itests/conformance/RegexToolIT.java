// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code bailiff test}, as it is shipped, beside fail2ban-regex: the same logs, the same filters, the same last line. */
class RegexToolIT {
    private static final List<String> FILTERS = List.of(
            "vsftpd",
            "dropbear",
            "postfix",
            "dovecot",
            "nginx-http-auth",
            "apache-auth",
            "exim",
            "recidive",
            "named-refused",
            "mysqld-auth");
    private static final long PATIENCE_SECONDS = 60;

    @BeforeAll
    static void fail2banIsThere() {
        Oracle.require();
    }

    @Test
    void theLastLineOfBothIsTheSame() throws Exception {
        Map<String, String> theirs = new LinkedHashMap<>();
        StringBuilder cases = new StringBuilder();
        for (String filter : FILTERS) {
            String log = Oracle.logs().resolve(filter).toString();
            theirs.put(
                    filter,
                    lastLines(run("", "fail2ban-regex", "--usedns=raw", log, filter))
                            .get(0));
            cases.append(log).append('\t').append(filter).append('\n');
        }

        String[] command = {
            Path.of(System.getProperty("bailiff.distribution"), "bin/bailiff").toString(),
            "test",
            "--filters",
            System.getProperty("bailiff.conformance.filters"),
            "--cases",
            "-"
        };
        List<String> ours = lastLines(run(cases.toString(), command));

        assertThat(ours).containsExactlyElementsOf(theirs.values());
        assertThat(ours).noneMatch(line -> line.contains(" 0 matched"));
    }

    private static List<String> lastLines(String output) {
        return Arrays.stream(output.split("\n"))
                .filter(line -> line.startsWith("Lines: "))
                .toList();
    }

    private static String run(String input, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as(text)
                    .isTrue();
            assertThat(process.exitValue()).as(text).isZero();
            return text;
        }
    }
}
