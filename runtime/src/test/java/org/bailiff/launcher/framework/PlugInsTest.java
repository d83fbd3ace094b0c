// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;

/** On a real framework, with a folder that is looked at by hand. */
class PlugInsTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path storage;

    /** Held here, for the framework of logging does not. */
    private final Logger logger = Logger.getLogger("org.bailiff.launcher.framework");

    private final Said said = new Said();
    private Framework framework;
    private PlugIns plugIns;
    private Instant now = Instant.now();

    @BeforeEach
    void start() throws Exception {
        logger.addHandler(said);
        logger.setUseParentHandlers(false);
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
                        Integer.toString(StartLevels.CONFIGURATION)));
        framework.init();
        plugIns =
                new PlugIns(new DeployFolder(folder, true), new PlugInBundles(framework.getBundleContext()), () -> now);
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
        logger.removeHandler(said);
        logger.setUseParentHandlers(true);
    }

    @Test
    void whatLiesThereStartsWithTheFramework() throws Exception {
        BundleJar.of("example", "1").writeTo(folder.resolve("a.jar"));
        plugIns.begin();
        assertThat(said.all()).isEmpty();

        framework.start();
        plugIns.start();

        assertThat(running()).containsExactly("example 1.0.0");
        assertThat(plugIns.lines()).containsExactly("a.jar: example 1.0.0");
        assertThat(said.all()).containsExactly("INFO " + folder.resolve("a.jar") + ": example 1.0.0 is started");
    }

    @Test
    void aJarThatComesIsStartedOnceItIsTheSameInTwoLooks() throws Exception {
        framework.start();
        BundleJar.of("example", "1").writeTo(folder.resolve("a.jar"));

        assertThat(plugIns.look()).isTrue();
        assertThat(running()).isEmpty();

        assertThat(plugIns.look()).isFalse();
        assertThat(running()).containsExactly("example 1.0.0");
    }

    @Test
    void aJarThatChangesTakesThePlaceOfTheOneBeforeAlsoWithTheSameVersion() throws Exception {
        deployed(BundleJar.of("example", "1").startedBy(Telling.class));
        assertThat(told()).isEqualTo("1.0.0");
        Bundle before = framework.getBundleContext().getBundles()[1];

        deployed(BundleJar.of("example", "1").with("X-Build", "2").startedBy(Telling.class));
        assertThat(running()).containsExactly("example 1.0.0");
        assertThat(before.getState()).isEqualTo(Bundle.UNINSTALLED);

        deployed(BundleJar.of("example", "2").startedBy(Telling.class));
        assertThat(running()).containsExactly("example 2.0.0");
        assertThat(told()).isEqualTo("2.0.0");
        assertThat(said.all().get(2)).endsWith("a.jar: example 2.0.0 has taken the place of example 1.0.0");
    }

    @Test
    void aJarThatIsOnlyTouchedIsNotStartedAnew() throws Exception {
        deployed(BundleJar.of("example", "1"));
        Bundle before = framework.getBundleContext().getBundles()[1];

        deployed(BundleJar.of("example", "1"));

        assertThat(framework.getBundleContext().getBundles()[1]).isSameAs(before);
        assertThat(said.all()).hasSize(1);
    }

    @Test
    void aJarThatGoesIsTakenOut() throws Exception {
        deployed(BundleJar.of("example", "1"));

        Files.delete(folder.resolve("a.jar"));
        plugIns.look();

        assertThat(framework.getBundleContext().getBundles()).hasSize(1);
        assertThat(said.all().get(1)).endsWith("a.jar is gone: example 1.0.0 is stopped and taken out");
    }

    @Test
    void whatDoesNotResolveLeavesTheOneBeforeUntouchedAndIsNamedOnce() throws Exception {
        deployed(BundleJar.of("example", "1").startedBy(Telling.class));
        Bundle before = framework.getBundleContext().getBundles()[1];
        long since = before.getLastModified();

        deployed(BundleJar.of("example", "2").with("Import-Package", "no.such.thing"));
        plugIns.look();

        assertThat(running()).containsExactly("example 1.0.0");
        assertThat(before.getLastModified()).isEqualTo(since);
        assertThat(said.all()).hasSize(2);
        assertThat(said.all().get(1))
                .startsWith("WARNING " + folder.resolve("a.jar"))
                .contains("is not taken, and example 1.0.0 goes on", "nothing exports the package no.such.thing");
    }

    @Test
    void whatFailsWhenItIsStartedLeavesTheOneBefore() throws Exception {
        deployed(BundleJar.of("example", "1").startedBy(Telling.class));

        deployed(BundleJar.of("example", "2").startedBy(Failing.class));

        assertThat(running()).containsExactly("example 1.0.0");
        assertThat(told()).isEqualTo("1.0.0");
        assertThat(said.all().get(1)).contains("it failed when it was started", "out of order");
    }

    @Test
    void aBadJarHarmsNoOther() throws Exception {
        framework.start();
        BundleJar.of("failing", "1").startedBy(Failing.class).writeTo(folder.resolve("a.jar"));
        Files.writeString(folder.resolve("b.jar"), "no jar");
        BundleJar.of("importing", "1").with("Import-Package", "no.such.thing").writeTo(folder.resolve("c.jar"));
        BundleJar.of("good", "1").writeTo(folder.resolve("d.jar"));
        now = now.plusSeconds(10);

        for (int look = 0; look < 4; look++) {
            plugIns.look();
        }

        assertThat(running()).containsExactly("good 1.0.0");
        assertThat(plugIns.lines()).hasSize(4).contains("d.jar: good 1.0.0");
        assertThat(said.all()).hasSize(4);
        assertThat(String.join("\n", said.all()))
                .contains("failing 1.0.0 does not start", "importing 1.0.0 does not start", "is no whole jar");
    }

    @Test
    void whatWasMissingMayComeLater() throws Exception {
        deployed(BundleJar.of("example", "1").with("Import-Package", "some.thing"));
        assertThat(running()).isEmpty();

        BundleJar.of("provider", "1").with("Export-Package", "some.thing").writeTo(folder.resolve("b.jar"));
        plugIns.look();
        plugIns.look();

        assertThat(running()).containsExactlyInAnyOrder("example 1.0.0", "provider 1.0.0");
    }

    @Test
    void aHalfWrittenJarIsWaitedForAndThenNamed() throws Exception {
        framework.start();
        Files.writeString(folder.resolve("a.jar"), "PK");

        assertThat(plugIns.look()).isTrue();
        assertThat(plugIns.look()).isTrue();
        assertThat(said.all()).isEmpty();

        now = now.plusSeconds(10);
        assertThat(plugIns.look()).isFalse();
        assertThat(said.all()).hasSize(1);
        assertThat(said.all().get(0)).startsWith("WARNING").contains("is no whole jar", "rename it");

        deployed(BundleJar.of("example", "1"));
        assertThat(running()).containsExactly("example 1.0.0");
    }

    @Test
    void whatIsNoJarIsNamedThoughItsTimeIsThatOfTomorrow() throws Exception {
        framework.start();
        Path jar = Files.writeString(folder.resolve("a.jar"), "no jar");
        Files.setLastModifiedTime(jar, FileTime.from(now.plus(Duration.ofDays(1))));

        plugIns.look();
        plugIns.look();
        assertThat(plugIns.lines()).containsExactly("a.jar: it is no whole jar yet; it is taken up once it is");

        now = now.plusSeconds(10);
        plugIns.look();
        assertThat(plugIns.lines()).singleElement().asString().contains("is no whole jar (", "rename it");
    }

    @Test
    void whatGoesBeforeItIsWholeIsForgotten() throws Exception {
        framework.start();
        Path jar = Files.writeString(folder.resolve("a.jar"), "no jar");
        plugIns.look();
        plugIns.look();

        Files.delete(jar);
        plugIns.look();

        assertThat(plugIns.lines()).isEmpty();
    }

    /** So that what is in force stays so until the new one has passed. */
    @Test
    void ofDefinitionsAloneTheNewOnesComeBeforeTheOldOnesGo() throws Exception {
        List<String> order = new ArrayList<>();
        BundleJar pack = BundleJar.of("pack", "1").with("Bailiff-Filters", "filters/*.conf");
        deployed(pack);
        framework.getBundleContext().addBundleListener((SynchronousBundleListener) event -> {
            boolean tells = event.getType() == BundleEvent.STARTED || event.getType() == BundleEvent.STOPPING;
            if (tells && "pack".equals(event.getBundle().getSymbolicName())) {
                order.add((event.getType() == BundleEvent.STARTED ? "started " : "stopping ")
                        + event.getBundle().getVersion());
            }
        });

        deployed(BundleJar.of("pack", "2").with("Bailiff-Filters", "filters/*.conf"));
        deployed(BundleJar.of("pack", "3")
                .with("Bailiff-Filters", "filters/*.conf")
                .startedBy(Telling.class));

        assertThat(order).containsExactly("started 2.0.0", "stopping 1.0.0", "stopping 2.0.0", "started 3.0.0");
    }

    @Test
    void aJarWithoutABundlesNameIsNamed() throws Exception {
        framework.start();
        Path jar = folder.resolve("a.jar");
        BundleJar.of("example", "1").without("Bundle-SymbolicName").writeTo(jar);
        now = now.plusSeconds(10);

        plugIns.look();
        plugIns.look();

        assertThat(said.all())
                .containsExactly("WARNING " + jar
                        + ": it is a jar, but no bundle: its manifest has no Bundle-SymbolicName; build it with bnd, as the"
                        + " plug-ins in itests/examples are");
    }

    @Test
    void whatIsWritableIsRefusedOnceAndWhatRanGoesOn() throws Exception {
        plugIns = new PlugIns(
                new DeployFolder(folder, false), new PlugInBundles(framework.getBundleContext()), () -> now);

        deployed(BundleJar.of("example", "1"));
        plugIns.look();

        assertThat(running()).isEmpty();
        assertThat(said.all()).hasSize(1);
        assertThat(said.all().get(0))
                .startsWith("WARNING ignoring " + folder.resolve("a.jar") + ": the daemon's user may");
    }

    private void deployed(BundleJar jar) throws Exception {
        framework.start();
        jar.writeTo(folder.resolve("a.jar"));
        plugIns.look();
        plugIns.look();
    }

    private List<String> running() {
        return Arrays.stream(framework.getBundleContext().getBundles())
                .filter(bundle -> bundle.getBundleId() != 0 && bundle.getState() == Bundle.ACTIVE)
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
                .collect(Collectors.toList());
    }

    /** What the bundle that runs has told. */
    private String told() {
        return String.valueOf(framework
                .getBundleContext()
                .getServiceReference(StringBuilder.class)
                .getProperty("version"));
    }

    /** Offers a service that tells which version it is of. */
    public static final class Telling implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            context.registerService(
                    StringBuilder.class,
                    new StringBuilder(),
                    FrameworkUtil.asDictionary(
                            Map.of("version", context.getBundle().getVersion().toString())));
        }

        @Override
        public void stop(BundleContext context) {
            // The framework takes the service back.
        }
    }

    /** Does not start. */
    public static final class Failing implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            throw new IllegalStateException("out of order");
        }

        @Override
        public void stop(BundleContext context) {
            // Nothing is there.
        }
    }

    private static final class Said extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getLevel() + " " + entry.getMessage());
        }

        List<String> all() {
            return lines;
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
