// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.filter.FilterCompilerComponent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A definition comes to the same on a line's bytes as on its text, which {@code trace} looks at. */
class BothWaysTest {
    private static final Path FOLDER = Path.of("src/main/resources/filters");
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final int ROUNDS = 3;
    private static final String PIECES = " :;[]()<>=.,/+-'\"_@%0159aZfrom\t\u00e9";

    private final long seed = Long.getLong("bailiff.seed", System.nanoTime());

    @TestFactory
    Stream<DynamicTest> bothWaysComeToTheSame() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(LibraryDefinition.SUFFIX)).sorted().toList().stream()
                    .map(file -> dynamicTest(file.getFileName() + ", seed " + seed, () -> test(file)));
        }
    }

    private void test(Path file) throws Exception {
        Matcher matcher = compile(file);
        Random random = new Random(seed);
        Session quick = matcher.newSession();
        Session plain = matcher.newSession();
        for (int round = 0; round <= ROUNDS; round++) {
            for (String sample : samples(file)) {
                String text = changed(sample, round == 0 ? 0 : random.nextInt(3), random);

                assertThat(matcher.match(new LogLine(text, NOW, false), quick))
                        .as(text)
                        .isEqualTo(matcher.trace(new LogLine(text, NOW, false), plain)
                                .match());
                assertThat(quick.text()).as(text).isEqualTo(plain.text());
            }
        }
    }

    private static List<String> samples(Path file) throws Exception {
        String name = file.getFileName().toString().replace(LibraryDefinition.SUFFIX, ".samples");
        return Files.readAllLines(file.resolveSibling(name)).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static String changed(String line, int times, Random random) {
        StringBuilder changed = new StringBuilder(line);
        for (int count = 0; count < times; count++) {
            int at = random.nextInt(changed.length() + 1);
            if (at < changed.length() && random.nextBoolean()) {
                changed.deleteCharAt(at);
            } else {
                changed.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
            }
        }
        return changed.toString();
    }

    private static Matcher compile(Path file) throws Exception {
        List<URL> shared = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("shared"))) {
            for (Path path : files.filter(path -> path.toString().endsWith(LibraryDefinition.SUFFIX))
                    .toList()) {
                shared.add(path.toUri().toURL());
            }
        }
        LibraryDefinition definition = LibraryDefinition.read(file.toUri().toURL(), LibraryDefinition.shared(shared));
        return new FilterCompilerComponent().compile(definition, FilterOptions.plain(ZoneOffset.UTC));
    }
}
