// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        List<String> theirs = new ArrayList<>();
        for (String filter : FILTERS) {
            theirs.addAll(lastLines(theirs(filter, filter)));
        }

        List<String> ours = ours(FILTERS.stream().map(filter -> log(filter) + '\t' + filter));

        assertThat(ours).containsExactlyElementsOf(theirs);
        assertThat(ours).noneMatch(line -> line.contains(" 0 matched"));
    }

    @Test
    void whatIsOnlyCountedAddsUpToTheSame() throws Exception {
        List<String> cases = Stream.concat(Stream.of("sshd"), FILTERS.stream())
                .map(filter -> log(filter) + '\t' + filter)
                .toList();

        assertThat(ours(cases.stream(), "--count")).containsExactlyElementsOf(ours(cases.stream()));
    }

    /**
     * fail2ban-regex goes on behind the first regex that matches, and takes a failure for a helper line if one behind it
     * would; if it does not go on, it calls helper lines missed.
     */
    @ParameterizedTest
    @ValueSource(strings = {"sshd", "sshd[mode=aggressive]"})
    void whereSessionsMatterAsManyLinesMatch(String filter) throws Exception {
        String theirs = lastLines(theirs("sshd", filter, "--no-check-all")).get(0);
        String ours = ours(Stream.of(log("sshd") + '\t' + filter)).get(0);

        assertThat(matched(ours)).isEqualTo(matched(theirs)).isNotZero();
    }

    private static int matched(String lastLine) {
        return Integer.parseInt(lastLine.replaceAll(".* (\\d+) matched,.*", "$1"));
    }

    private static String log(String name) {
        return Oracle.logs().resolve(name).toString();
    }

    private static String theirs(String log, String filter, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("fail2ban-regex", "--usedns=raw"));
        command.addAll(List.of(options));
        command.addAll(List.of(log(log), filter));
        return run("", command);
    }

    private static List<String> ours(Stream<String> cases, String... options) throws IOException, InterruptedException {
        String bailiff = Path.of(System.getProperty("bailiff.distribution"), "bin/bailiff")
                .toString();
        String filters = System.getProperty("bailiff.conformance.filters");
        List<String> command = new ArrayList<>(List.of(bailiff, "test", "--filters", filters, "--cases", "-"));
        command.addAll(List.of(options));
        return lastLines(run(cases.collect(Collectors.joining("\n")), command));
    }

    private static List<String> lastLines(String output) {
        return Arrays.stream(output.split("\n"))
                .filter(line -> line.startsWith("Lines: "))
                .toList();
    }

    private static String run(String input, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
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
