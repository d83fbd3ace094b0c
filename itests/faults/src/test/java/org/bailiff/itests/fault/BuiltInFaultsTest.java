// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles' tests catch named faults: each is built into its bundle, and the test that it names must fail. */
class BuiltInFaultsTest {
    private static final Path BUNDLES = Path.of(System.getProperty("bailiff.bundles"));

    @TempDir
    Path folder;

    /** A fault and the bundle that it is built into. */
    private record Case(Fault fault, Path bundle) {
        boolean isLong() {
            return fault.says("ring", "long");
        }

        String catcher() {
            return fault.key("caught by");
        }

        @Override
        public String toString() {
            return fault.sentence();
        }
    }

    /** A test that catches faults. */
    private record Catcher(String testClass, Path bundle) {
        @Override
        public String toString() {
            return testClass;
        }
    }

    static List<Case> faults() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            for (Path bundle : bundles.sorted().toList()) {
                Fault.in(bundle.resolve("src/test/faults")).forEach(fault -> cases.add(new Case(fault, bundle)));
            }
        }
        return cases;
    }

    static List<Case> quickFaults() throws IOException {
        return faults().stream().filter(built -> !built.isLong()).toList();
    }

    static List<Case> longFaults() throws IOException {
        return faults().stream().filter(Case::isLong).toList();
    }

    static List<Catcher> catchers() throws IOException {
        return quickFaults().stream()
                .map(one -> new Catcher(one.catcher(), one.bundle()))
                .distinct()
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("quickFaults")
    void isCaught(Case built) throws Exception {
        assertThatItIsCaught(built);
    }

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("longFaults")
    void isCaughtByATestThatTakesLong(Case built) throws Exception {
        assertThatItIsCaught(built);
    }

    private void assertThatItIsCaught(Case built) throws Exception {
        Path classes = folder.resolve("classes");
        FaultyClass.compile(built.fault(), built.bundle(), classPath(built.bundle()), classes);

        long begin = System.nanoTime();
        TestRun.Result result = TestRun.of(built.catcher(), built.bundle(), classes);

        assertThat(result.failed())
                .as("%s catches: %s", built.catcher(), built.fault().sentence())
                .isTrue();
        tell(built, result, Duration.ofNanos(System.nanoTime() - begin));
    }

    @ParameterizedTest(name = "{0} passes without")
    @MethodSource("catchers")
    void passesWithoutAFault(Catcher catcher) throws Exception {
        TestRun.Result result = TestRun.of(catcher.testClass(), catcher.bundle(), folder);

        assertThat(result.ended()).as("comes to an end").isTrue();
        assertThat(result.failures()).isEmpty();
        assertThat(result.tests()).isPositive();
    }

    private static String classPath(Path bundle) {
        return bundle.resolve("target/classes") + File.pathSeparator + System.getProperty("java.class.path");
    }

    private static void tell(Case built, TestRun.Result result, Duration time) {
        String how = result.ended() ? result.failures().size() + " of " + result.tests() + " tests failed" : "no end";
        System.out.printf(
                "caught in %d ms (%s): %s%n",
                time.toMillis(), how, built.fault().sentence());
    }
}
