// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.fault;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs a test class of a bundle by itself. */
final class TestRun {
    /** How long a test class may take; many times what any takes. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Class<?> testClass;
    private final SummaryGeneratingListener listener = new SummaryGeneratingListener();

    private TestRun(Class<?> testClass) {
        this.testClass = testClass;
    }

    /**
     * What came of it.
     *
     * @param tests how many were run
     * @param failures what failed, and why
     * @param ended whether it came to an end; a fault may let it wait for ever
     */
    record Result(long tests, List<String> failures, boolean ended) {
        boolean failed() {
            return !ended || !failures.isEmpty();
        }
    }

    /** Runs it with these classes in front of the bundle's. */
    static Result of(String testClass, Path bundle, Path inFront) throws Exception {
        try (BundleClassLoader loader = new BundleClassLoader(places(bundle, inFront))) {
            return new TestRun(loader.loadClass(testClass)).run(loader);
        }
    }

    private static List<URL> places(Path bundle, Path inFront) throws IOException {
        List<URL> places = new ArrayList<>();
        for (Path place : List.of(inFront, bundle.resolve("target/classes"), bundle.resolve("target/test-classes"))) {
            places.add(url(place));
        }
        return places;
    }

    private static URL url(Path folder) throws MalformedURLException {
        if (Files.notExists(folder)) {
            throw new IllegalStateException(folder + " is missing: the bundles and their tests are compiled first");
        }
        return folder.toUri().toURL();
    }

    private Result run(ClassLoader loader) throws InterruptedException {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(testClass))
                .filters(TagFilter.excludeTags("long"))
                .build();
        Thread thread =
                new Thread(() -> LauncherFactory.create().execute(request, listener), testClass.getSimpleName());
        thread.setContextClassLoader(loader);
        thread.setDaemon(true);
        thread.start();
        thread.join(LIMIT.toMillis());
        if (thread.isAlive()) {
            thread.interrupt();
            return new Result(0, List.of(), false);
        }
        TestExecutionSummary summary = listener.getSummary();
        List<String> failures = summary.getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
                .toList();
        return new Result(summary.getTestsStartedCount(), failures, true);
    }
}
