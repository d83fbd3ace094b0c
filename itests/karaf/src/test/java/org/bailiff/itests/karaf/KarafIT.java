// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Machine;
import org.bailiff.itests.lab.world.Outcome;
import org.bailiff.itests.lab.world.RecentList;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Bailiff in a real Karaf, which an ordinary user runs, with a real list of the kernel. */
@RequiresKernel
@EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Karaf 4.4 does not run on a newer Java than 21")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KarafIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LIST = "bailiff-door";
    private static final String JAIL = "org.bailiff:type=Jail,name=\"door\"";
    private static final String FRAMEWORK = "osgi.core:type=framework,*";
    private static final String BUNDLES = "osgi.core:type=bundleState,*";

    private final Path folder = Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("bailiff-karaf-" + ProcessHandle.current().pid());
    private Machine machine;
    private RecentList list;
    private Path log;
    private Karaf karaf;

    @BeforeAll
    void install() throws Exception {
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        log = Files.writeString(folder.resolve("door.log"), "");
        machine = Machine.boot();
        list = RecentList.on(machine, Firewall.LEGACY, LIST);
        list.make();
        list.giveTo(Account.DAEMON);
        karaf = Karaf.install(machine, folder.resolve("karaf"));
        karaf.give(Path.of(System.getProperty("components")));
        configure();
        karaf.start();
        archiveGoesThrough();
        karaf.give(Path.of(System.getProperty("repository")));
        Outcome installed = karaf.type(
                "karaf", "feature:repo-add " + repository(), "feature:install bailiff bailiff-framework-beans");
        assertThat(installed.exitCode()).as(installed + "\n" + karaf.log()).isZero();
        awaitState("ACTIVE");
    }

    /** Where the features are, in the folder that Karaf was given. */
    private String repository() throws IOException {
        try (Stream<Path> files = Files.walk(karaf.file("given/org/bailiff/features"))) {
            return files.filter(file -> file.toString().endsWith("-features.xml"))
                    .findFirst()
                    .orElseThrow()
                    .toUri()
                    .toString();
        }
    }

    /** Written before Bailiff is there, and so not overwritten. */
    private void configure() throws Exception {
        Path etc = Files.createDirectories(karaf.etc("bailiff/filter.d")).getParent();
        Files.writeString(
                etc.resolve("filter.d/door.conf"),
                "[Definition]\nfailregex = ^wrong key from <HOST>$\ndatepattern = {NONE}\n");
        Files.writeString(
                etc.resolve("jail.conf"),
                """
                [door]
                enabled = true
                filter = door
                logpath = %s
                maxretry = 3
                action = xt_recent[list=%s, seconds=%d, root=%s]
                """
                        .formatted(log, LIST, RecentList.LEASE_SECONDS, "/proc/1/net/xt_recent"));
        Tool.succeed(List.of("chown", "-R", Integer.toString(Account.DAEMON.user()), etc.toString()));
    }

    /** Seen here only, for later there is nothing left to bring: the archive is taken, and taken back. */
    private void archiveGoesThrough() throws Exception {
        Path archive = karaf.file("deploy").resolve("bailiff.kar");
        Path whole = Files.copy(Path.of(System.getProperty("kar")), folder.resolve("bailiff.kar"));
        Files.move(whole, archive, StandardCopyOption.ATOMIC_MOVE);
        awaitRepository(true);
        Files.delete(archive);
        awaitRepository(false);
    }

    private void awaitRepository(boolean wanted) throws Exception {
        try (ManagementClient admin = karaf.manage("karaf")) {
            Await.until(
                    "the archive's repository is " + (wanted ? "there" : "gone"),
                    PATIENCE,
                    () -> admin.get("org.apache.karaf:type=feature,name=root", "Repositories")
                                    .toString()
                                    .contains("org.bailiff/features")
                            == wanted);
        }
    }

    private void awaitState(String state) throws Exception {
        try (ManagementClient viewer = karaf.manage("vera")) {
            Await.until(
                    "the jail is " + state + "\n" + karaf.log(),
                    PATIENCE,
                    () -> viewer.has(JAIL) && viewer.get(JAIL, "State").equals(state));
        }
    }

    @Test
    void aJailBans() throws Exception {
        awaitBan("192.0.2.10");

        try (ManagementClient viewer = karaf.manage("vera")) {
            assertThat(viewer.call("org.bailiff:type=Daemon", "explainBan", "192.0.2.10"))
                    .asString()
                    .contains("door")
                    .doesNotContain("wrong key");
        }
    }

    private void awaitBan(String address) throws Exception {
        Files.writeString(log, ("wrong key from " + address + "\n").repeat(3), StandardOpenOption.APPEND);
        Await.until(address + " is in the kernel's list", PATIENCE, () -> list.holds(address));
    }

    @Test
    void theVerbsAreCommandsOfTheShell() throws Exception {
        Outcome banned = karaf.type("karaf", "bailiff:ban door 192.0.2.20 --for 1h", "bailiff:why 192.0.2.20");

        assertThat(banned.exitCode()).as(banned.toString()).isZero();
        assertThat(banned.out()).contains("192.0.2.20 is banned until").contains("karaf");
        assertThat(list.holds("192.0.2.20")).isTrue();
        assertThat(audit())
                .anyMatch(entry -> entry.contains("192.0.2.20")
                        && entry.contains("\"principal\":\"karaf\",\"channel\":\"shell\",\"role\":\"ADMINISTRATOR\""));
    }

    private List<String> audit() throws Exception {
        return Files.readAllLines(karaf.file("data/bailiff/audit.log"));
    }

    @Test
    void aViewerReadsAndChangesNothingInTheShell() throws Exception {
        Outcome refused = karaf.type("vera", "bailiff:status", "bailiff:ban door 192.0.2.30");

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.out()).contains("door").contains("'ban' is for operators");
        assertThat(list.holds("192.0.2.30")).isFalse();
        assertThat(audit()).anyMatch(entry -> entry.contains("192.0.2.30") && entry.contains("\"principal\":\"vera\""));
    }

    @Test
    void karafsJmxServerAsksForTheRoleOfEachOperation() throws Exception {
        assertThatThrownBy(() -> karaf.manage("nobody")).isInstanceOf(SecurityException.class);
        try (ManagementClient viewer = karaf.manage("vera");
                ManagementClient operator = karaf.manage("otto");
                ManagementClient admin = karaf.manage("karaf")) {
            assertThat(viewer.get(JAIL, "MaxRetry")).isEqualTo(3);
            assertThatThrownBy(() -> viewer.call(JAIL, "ban", "192.0.2.40", 0L, ""))
                    .isInstanceOf(SecurityException.class);
            assertThatThrownBy(() -> viewer.set(JAIL, "MaxRetry", 9)).isInstanceOf(SecurityException.class);

            operator.call(JAIL, "ban", "192.0.2.41", 0L, "");
            assertThatThrownBy(() -> operator.set(JAIL, "MaxRetry", 9)).isInstanceOf(SecurityException.class);
            assertThatThrownBy(() -> operator.call(JAIL, "disable")).isInstanceOf(SecurityException.class);

            admin.set(JAIL, "FindTimeSeconds", 77L);
            // Karaf's Config Admin tells the jail a moment later.
            Await.until("the jail has the new find time", PATIENCE, () -> viewer.get(JAIL, "FindTimeSeconds")
                    .equals(77L));
        }
        assertThat(list.holds("192.0.2.40")).isFalse();
        assertThat(list.holds("192.0.2.41")).isTrue();
        assertThat(audit())
                .anyMatch(entry -> entry.contains("192.0.2.41")
                        && entry.contains("\"principal\":\"otto\",\"channel\":\"jmx-remote\",\"role\":\"OPERATOR\""));
    }

    @Test
    void administratorsStopStartAndUpdateEachBundleThroughTheFrameworksBeans() throws Exception {
        try (ManagementClient operator = karaf.manage("otto");
                ManagementClient admin = karaf.manage("karaf")) {
            long[] bundles = ours(admin);

            assertThat(bundles).hasSizeGreaterThan(15);
            assertThatThrownBy(() -> operator.call(FRAMEWORK, "stopBundle", bundles[0]))
                    .isInstanceOf(SecurityException.class);
            // Karaf reads the access list a moment after the feature has put it there.
            Await.until("nobody may install", PATIENCE, () -> isRefused(admin, "installBundle", "file:/tmp/x.jar"));
            for (long bundle : bundles) {
                admin.call(FRAMEWORK, "stopBundle", bundle);
                admin.call(FRAMEWORK, "updateBundle", bundle);
                admin.call(FRAMEWORK, "startBundle", bundle);
                assertThat(admin.call(BUNDLES, "getState", bundle)).isEqualTo("ACTIVE");
            }
        }
        awaitState("ACTIVE");
        awaitBan("192.0.2.50");
    }

    private static boolean isRefused(ManagementClient client, String operation, String argument) {
        try {
            client.call(FRAMEWORK, operation, argument);
            return false;
        } catch (SecurityException refused) {
            return true;
        } catch (Exception failed) {
            return false;
        }
    }

    private static long[] ours(ManagementClient admin) throws Exception {
        LongStream.Builder ours = LongStream.builder();
        for (long bundle : (long[]) admin.get(BUNDLES, "BundleIds")) {
            if (admin.call(BUNDLES, "getSymbolicName", bundle).toString().startsWith("org.bailiff.")) {
                ours.add(bundle);
            }
        }
        return ours.build().toArray();
    }

    @AfterAll
    void remove() throws Exception {
        if (machine != null) {
            machine.close();
        }
        Tool.succeed(List.of("rm", "-r", folder.toString()));
    }
}
