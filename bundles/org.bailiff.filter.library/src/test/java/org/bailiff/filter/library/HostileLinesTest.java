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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Trace;
import org.bailiff.filter.FilterCompilerComponent;
import org.bailiff.filter.lint.HostileLine;
import org.bailiff.filter.match.CompiledFilter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No line of 64 KB that is made from the loops of a definition's regexes costs it more than its steps. */
class HostileLinesTest {
    private static final Path FOLDER = Path.of("src/main/resources/filters");
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final int LENGTH = 64 * 1024;
    private static final int LINES_PER_FILTER = 15;

    private final long seed = Long.getLong("bailiff.seed", System.nanoTime());

    @TestFactory
    Stream<DynamicTest> theLinesStayWithinTheirSteps() throws Exception {
        return definitions(FOLDER).stream()
                .map(file -> dynamicTest(file.getFileName() + ", seed " + seed, () -> test(file)));
    }

    private static List<Path> definitions(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(LibraryDefinition.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private void test(Path file) throws Exception {
        CompiledFilter filter = compile(file);
        List<HostileLine> lines = new ArrayList<>(HostileLine.of(filter.compiled()));
        Collections.shuffle(lines, new Random(seed));

        for (HostileLine line : lines.subList(0, Math.min(LINES_PER_FILTER, lines.size()))) {
            Trace trace = filter.trace(new LogLine(line.text(LENGTH), NOW, false), filter.newSession());

            assertThat(trace.steps()).as(line.toString()).isLessThanOrEqualTo(CompiledFilter.MOST_STEPS);
        }
    }

    private static CompiledFilter compile(Path file) throws Exception {
        List<URL> shared = new ArrayList<>();
        for (Path path : definitions(FOLDER.resolve("shared"))) {
            shared.add(path.toUri().toURL());
        }
        LibraryDefinition definition = LibraryDefinition.read(file.toUri().toURL(), LibraryDefinition.shared(shared));
        return (CompiledFilter) new FilterCompilerComponent().compile(definition, FilterOptions.plain(ZoneOffset.UTC));
    }
}
