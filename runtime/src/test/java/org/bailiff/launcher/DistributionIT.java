// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the built distribution through its script, copied to a folder with a space in its name. */
class DistributionIT {
    @TempDir
    private Path folder;

    private Distribution distribution;

    @BeforeEach
    void copy() throws IOException {
        distribution = Distribution.copyTo(folder.resolve("a copy"));
    }

    @Test
    void theDaemonGetsReadyAnswersAndEndsInOrder() throws Exception {
        try (Running daemon = distribution.startDaemon()) {
            daemon.awaitLine("INFO Ready: version ");

            try (Running ping = distribution.start("ping")) {
                assertThat(ping.await()).as(ping.output()).isZero();
            }

            daemon.process().destroy();
            assertThat(daemon.await()).as(daemon.output()).isZero();
        }
    }

    @Test
    void aDaemonStartsWithWhatWasPreparedAndInSilenceWhenThatFitsNoMore() throws Exception {
        try (Running prepare = distribution.start("prepare")) {
            assertThat(prepare.await()).as(prepare.output()).isZero();
            assertThat(prepare.output()).startsWith("written: ").hasLineCount(1);
            assertThat(Path.of(prepare.output().strip().substring("written: ".length())))
                    .isNotEmptyFile();
        }
        try (Running daemon = distribution.startDaemon()) {
            daemon.awaitLine("INFO Ready: version ");
        }

        Files.setLastModifiedTime(
                distribution.file("lib/org.apache.felix.framework.jar"), FileTime.from(Instant.EPOCH));

        try (Running daemon = distribution.startDaemon()) {
            daemon.awaitLine("INFO Ready: version ");
            assertThat(daemon.output()).doesNotContain("archive");
        }
    }

    @Test
    void theDaemonExplainsALineOfItsOwnLog() throws Exception {
        Path log = Files.createFile(folder.resolve("app.log"));
        Files.writeString(
                distribution.file("etc/filter.d/app.conf"), "[Definition]\nfailregex = ^\\s*failed from <ADDR>$\n");
        Files.writeString(
                distribution.file("etc/jail.local"),
                "[sshd]\nenabled = no\n[app]\nenabled = yes\naction = log\nlogpath = " + log + "\n");
        try (Running daemon = distribution.startDaemon()) {
            daemon.awaitLine("INFO Ready: version ");

            try (Running explain = distribution.start("explain", "failed from 192.0.2.7")) {
                assertThat(explain.await()).as(explain.output()).isZero();
                assertThat(explain.output())
                        .startsWith("app\n")
                        .contains("|- Count: 1 of 5 within 10 minutes\n", "`- Verdict: it counts; 4 more within ")
                        .contains("Nothing to: sshd; ");
            }
        }
    }

    @Test
    void aFilterIsTriedOnALogWithoutADaemon() throws Exception {
        Path log = Files.writeString(
                folder.resolve("app.log"), "Nov 23 04:15:08 failed from 192.0.2.7\n\u00fc\nfailed from 192.0.2.8");
        Path filters = Files.createDirectory(folder.resolve("filters"));
        Files.writeString(filters.resolve("app.conf"), "[Definition]\nfailregex = ^\\s*failed from <ADDR>$\n");

        try (Running test = distribution.start("test", "--filters", filters.toString(), log.toString(), "app")) {
            assertThat(test.await()).as(test.output()).isZero();
            assertThat(test.output()).endsWith("\nLines: 3 lines, 0 ignored, 2 matched, 1 missed\n");
        }
        try (Running test = distribution.start(
                "test",
                "--json",
                "--now",
                "2005-08-14T10:00:00Z",
                "--timezone=UTC",
                "--filters",
                filters.toString(),
                log.toString(),
                "app")) {
            assertThat(test.await()).as(test.output()).isZero();
            assertThat(test.output().lines())
                    .hasSize(3)
                    .first()
                    .asString()
                    .contains("\"outcome\":\"failure\"", "\"time\":\"2004-11-23T04:15:08Z\"");
        }
        try (Running test = distribution.start("test", "a line", "sshx")) {
            assertThat(test.await()).isEqualTo(1);
            assertThat(test.output()).isEqualTo("there is no filter 'sshx'; did you mean sshd?\n");
        }
        try (Running help = distribution.start("help", "test")) {
            assertThat(help.await()).isZero();
            assertThat(help.output()).startsWith("usage: bailiff test ").contains("--cases FILE");
        }
    }

    @Test
    void aCheckExaminesEveryAreaOfTheDaemonsFile() throws Exception {
        Files.writeString(
                distribution.file("etc/bailiff.conf"),
                "[Definition]\nmetrics.listen = 0.0.0.0:9191\ndecisions.file = here.log\njmx.listen = 0.0.0.0:7091\n");

        try (Running check = distribution.start("check")) {
            assertThat(check.await()).isEqualTo(1);
            assertThat(check.output())
                    .contains("bailiff.conf:2: error: 'metrics.listen' ")
                    .contains("bailiff.conf:3: error: 'decisions.file' ")
                    .contains("bailiff.conf:4: error: 'jmx.listen' ");
        }
    }

    @Test
    void aJavaThatOthersMayAttachToIsRefusedWhereNobodyMay() throws Exception {
        // The script looks at lines, and the launcher at what they come to.
        Files.writeString(distribution.file("etc/bailiff.local"), "[Definition]\nwish = no\nattach = %(wish)s\n");

        try (Running daemon = distribution.startDaemon()) {
            assertThat(daemon.await()).isEqualTo(78);
            assertThat(daemon.output()).contains("-XX:+DisableAttachMechanism");
        }
    }

    @Test
    void aSecondDaemonOnTheSameDataIsRefusedAndHarmsNothing() throws Exception {
        try (Running daemon = distribution.startDaemon()) {
            daemon.awaitLine("INFO Ready: version ");

            try (Running second = distribution.startDaemon()) {
                assertThat(second.await()).isEqualTo(1);
                assertThat(second.output()).contains("another bailiff runs on the data directory");
            }

            assertThat(distribution.file("var/framework/storage")).isDirectory();
        }
    }

    @Test
    void aHangUpDoesNotEndTheDaemon() throws Exception {
        try (Running daemon = distribution.startDaemon()) {
            daemon.awaitLine("INFO Ready: version ");

            new ProcessBuilder("kill", "-HUP", Long.toString(daemon.process().pid()))
                    .start()
                    .waitFor();

            try (Running ping = distribution.start("ping")) {
                assertThat(ping.await()).as(ping.output()).isZero();
            }
        }
    }

    @Test
    void aBundleThatCannotStartIsNamedAndEndsTheDaemon() throws Exception {
        writeBundle(distribution.file("bundles/org.example.broken-1.jar"));

        try (Running daemon = distribution.startDaemon()) {
            assertThat(daemon.await()).isEqualTo(1);
            assertThat(daemon.output()).contains("the bundle org.example.broken does not start", "no.such.package");
        }
    }

    @Test
    void aPlugInThatCannotStartIsNamedAndLeftOut() throws Exception {
        writeBundle(distribution.file("deploy/broken.jar"));
        Files.writeString(distribution.file("etc/bailiff.conf"), "[Definition]\ndeploy.writable = yes\n");
        String[] run = System.getProperty("user.name").equals("root")
                ? new String[] {"run", "--allow-root"}
                : new String[] {"run"};

        try (Running daemon = distribution.start(distribution.file("bin/bailiff"), Map.of(), run)) {
            daemon.awaitLine("deploy/broken.jar: org.example.broken 0.0.0 does not start");
            daemon.awaitLine("INFO Ready: version ");
        }
    }

    @Test
    void thePlugInFolderIsLeftAloneIfTheDaemonMayWriteIt() throws Exception {
        writeBundle(distribution.file("deploy/broken.jar"));

        try (Running daemon = distribution.startDaemon()) {
            daemon.awaitLine("WARNING ignoring " + distribution.file("deploy/broken.jar"));
            daemon.awaitLine("INFO Ready: version ");
        }
    }

    @Test
    void aLocalVerbLeavesNothingBehind() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Map<String, String> environment = Map.of("BAILIFF_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);

        try (Running check = distribution.start(distribution.file("bin/bailiff"), environment, "check")) {
            assertThat(check.await()).as(check.output()).isIn(0, 1);
        }

        assertThat(temporary).isEmptyDirectory();
        assertThat(distribution.file("var")).doesNotExist();
    }

    @Test
    void theScriptIsFoundThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("bailiff"), distribution.file("bin/bailiff"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("link"), link);

        try (Running version = distribution.start(linkToLink, Map.of(), "version")) {
            assertThat(version.await()).isZero();
            assertThat(version.output()).isEqualTo("bailiff " + Version.text() + "\n");
        }
    }

    @Test
    void aJavaThatIsTooOldIsPassedOver() throws Exception {
        Map<String, String> environment = javaThatSays("wrong java", "1.8.0_292");

        try (Running version = distribution.start(distribution.file("bin/bailiff"), environment, "version")) {
            assertThat(version.await()).isZero();
            assertThat(version.output()).startsWith("bailiff ");
        }
    }

    @Test
    void whoRemembersMuchBeginsWithALargerHeap() throws Exception {
        Path jails = Files.createDirectories(folder.resolve("data/jails"));
        Files.write(jails.resolve("sshd.log"), new byte[1024]);
        assertThat(optionsOfADaemonOn(jails.getParent())).contains("-Xms16m");

        Files.write(jails.resolve("sshd.log"), new byte[5 * 1024 * 1024]);

        assertThat(optionsOfADaemonOn(jails.getParent())).contains("-Xms64m").doesNotContain("-Xms16m");
    }

    /** The environment in which a Java of that version is found, which only says these words of the shell. */
    private Map<String, String> javaThatSays(String words, String version) throws Exception {
        Path home = folder.resolve("another-jdk");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(java, "#!/bin/sh\necho " + words + "\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return Map.of("JAVA_HOME", home.toString());
    }

    /** By a Java that says how it is called. */
    private List<String> optionsOfADaemonOn(Path data) throws Exception {
        Map<String, String> environment = javaThatSays("\"$@\"", "17.0.1");
        try (Running run =
                distribution.start(distribution.file("bin/bailiff"), environment, "run", "--data", data.toString())) {
            assertThat(run.await()).isZero();
            return List.of(run.output().strip().split(" "));
        }
    }

    @Test
    void withoutADaemonAVerbSaysSoAndASlipIsShown() throws Exception {
        try (Running status = distribution.start("status")) {
            assertThat(status.await()).isEqualTo(3);
            assertThat(status.output()).contains("bailiff is not running");
        }
        try (Running slip = distribution.start("banned.")) {
            assertThat(slip.await()).isEqualTo(2);
            assertThat(slip.output()).contains("did you mean 'banned'?");
        }
    }

    /** A bundle whose import nobody satisfies. */
    private static void writeBundle(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "org.example.broken");
        attributes.putValue("Import-Package", "no.such.package");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream archive = new JarOutputStream(out, manifest)) {
            archive.flush();
        }
    }
}
