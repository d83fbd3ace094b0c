// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.filter.FilterCompilerComponent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every line of every sample log gets its verdict, from the matcher alone and behind the sieve. */
class SamplesTest {
    private static final Path FOLDER = Path.of("src/main/resources/filters");

    private final FilterCompiler compiler = new FilterCompilerComponent();

    @TestFactory
    Stream<DynamicTest> everyLineGetsItsVerdict() throws Exception {
        Stream.Builder<DynamicTest> tests = Stream.builder();
        for (String filter : filters()) {
            for (SampleLog.Part part : SampleLog.read(filter).parts()) {
                addTests(tests, filter, part);
            }
        }
        return tests.build();
    }

    @Test
    void everyDefinitionHasASampleLog() throws Exception {
        for (String filter : filters()) {
            assertThat(FOLDER.resolve(filter + ".samples")).isRegularFile();
        }
    }

    /** In each way in which its samples use it. */
    @Test
    void noDefinitionIsDoubtful() throws Exception {
        for (String filter : filters()) {
            for (SampleLog.Part part : SampleLog.read(filter).parts()) {
                assertThat(compile(filter, part).warnings())
                        .as(filter + part.parameters())
                        .isEmpty();
            }
        }
    }

    @Test
    void everyDefinitionIsListed() throws Exception {
        String list = Files.readString(Path.of("FILTERS.md"));

        assertThat(filters()).allSatisfy(filter -> assertThat(list).contains("`" + filter + "`"));
    }

    private static List<String> filters() throws IOException {
        return definitions(FOLDER).stream()
                .map(path -> path.getFileName().toString())
                .map(name -> name.substring(0, name.length() - LibraryDefinition.SUFFIX.length()))
                .toList();
    }

    private static List<Path> definitions(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(LibraryDefinition.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private void addTests(Stream.Builder<DynamicTest> tests, String filter, SampleLog.Part part) throws Exception {
        Matcher matcher = compile(filter, part);
        BitSet sifted = sift(matcher, part);
        Session session = matcher.newSession();
        for (int index = 0; index < part.samples().size(); index++) {
            SampleLog.Sample sample = part.samples().get(index);
            Match match = matcher.match(new LogLine(sample.line(), part.now(), false), session);
            boolean passes = sifted.get(index);
            tests.add(dynamicTest(filter + ".samples:" + sample.number() + " " + sample.line(), () -> {
                assertThat(Verdict.of(match)).isEqualTo(sample.verdict());
                assertThat(passes || match instanceof Match.Missed)
                        .as("the sieve lets through what the matcher does not miss")
                        .isTrue();
            }));
        }
    }

    private Matcher compile(String filter, SampleLog.Part part) throws Exception {
        List<URL> shared = new ArrayList<>();
        for (Path path : definitions(FOLDER.resolve("shared"))) {
            shared.add(path.toUri().toURL());
        }
        LibraryDefinition definition = LibraryDefinition.read(
                FOLDER.resolve(filter + LibraryDefinition.SUFFIX).toUri().toURL(), LibraryDefinition.shared(shared));
        return compiler.compile(definition, new FilterOptions(part.parameters(), Map.of(), ZoneOffset.UTC));
    }

    private BitSet sift(Matcher matcher, SampleLog.Part part) throws FilterException {
        List<byte[]> lines = part.samples().stream()
                .map(sample -> sample.line().getBytes(StandardCharsets.UTF_8))
                .toList();
        BitSet sifted = new BitSet();
        compiler.combine(List.of(matcher))
                .sift(new ByteLines(lines, part.now()), (matcherIndex, line) -> sifted.set(line));
        return sifted;
    }
}
