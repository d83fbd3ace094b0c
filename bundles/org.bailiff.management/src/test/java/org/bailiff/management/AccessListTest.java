// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares the access list for Karaf's JMX server with what the beans' annotations say. */
class AccessListTest {
    private final Path shipped = Path.of("../../features/src/main/feature/jmx.acl.org.bailiff.cfg");
    private final Path mended = Path.of("target/jmx.acl.org.bailiff.cfg");

    @Test
    void theShippedAccessListIsThatOfTheAnnotations() throws Exception {
        List<String> rules = AccessList.ofTheBeans().rules();

        assertThat(rules).hasSizeGreaterThan(10);
        assertThat(shippedRules())
                .as("the beans have changed: copy " + writeMended(rules) + " over " + shipped)
                .isEqualTo(rules);
    }

    private List<String> shippedRules() throws IOException {
        return Files.readAllLines(shipped).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** The shipped file's introduction with the rules that it should have. */
    private Path writeMended(List<String> rules) throws IOException {
        List<String> introduction = Files.readAllLines(shipped).stream()
                .takeWhile(line -> line.isBlank() || line.startsWith("#"))
                .toList();
        Files.write(mended, introduction);
        return Files.write(mended, rules, StandardOpenOption.APPEND);
    }
}
