// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.bailiff.itests.lab.deploy.PlugIn;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Filters, actions and sources come, change and go while the daemon runs, and no line, count or ban is lost by it: two
 * failures before each change and one behind it are three.
 */
@RequiresKernel
class HotDeployIT {
    private static final String FIRST = "192.0.2.101";
    private static final String SECOND = "192.0.2.102";
    private static final String THIRD = "192.0.2.103";
    private static final String JAIL =
            """
            [sshd]
            enabled = false

            [turnstile]
            enabled = true
            maxretry = 3
            findtime = 600
            bantime = 3600
            logpath = %s
            action = %s
            %s
            """;
    private static final String FILTER =
            """
            [Definition]
            failregex = ^ turnstile\\[<F-MLFID>\\d+</F-MLFID>\\]: no ticket from <ADDR>$
                        ^ turnstile\\[<F-MLFID>\\d+</F-MLFID>\\]: %s <ADDR>$
            """;

    private Lab lab;
    private Path log;
    private int session;

    @BeforeEach
    void build() throws Exception {
        lab = Lab.withoutList(Firewall.LEGACY, 600);
        log = Files.createFile(lab.file("turnstile.log"));
    }

    @AfterEach
    void remove() throws Exception {
        lab.close();
    }

    @Test
    void aDefinitionIsPutIntoTheFolderOfFiltersChangedAndTakenOut() throws Exception {
        start(log, "log", "");
        awaitReason("WAITING", "there is no filter 'turnstile'");
        long process = lab.daemon().process().pid();

        fail(FIRST, "no ticket from", 2);
        lab.configure("filter.d/turnstile.conf", FILTER.formatted("thrown out"));
        lab.daemon().awaitState("turnstile", "ACTIVE");
        fail(FIRST, "no ticket from", 1);
        awaitBanned(FIRST);

        fail(SECOND, "no ticket from", 2);
        awaitFailures(5);
        lab.configure("filter.d/turnstile.conf", FILTER.formatted("run after"));
        awaitFailure("run after");
        fail(SECOND, "run after", 1);
        awaitBanned(FIRST, SECOND);

        fail(THIRD, "no ticket from", 2);
        awaitFailures(8);
        Files.delete(lab.distribution().etc().resolve("filter.d/turnstile.conf"));
        awaitReason("WAITING", "there is no filter 'turnstile'");
        fail(THIRD, "run after", 1);
        assertThat(banned()).containsExactly(FIRST, SECOND);
        lab.configure("filter.d/turnstile.conf", FILTER.formatted("run after"));
        awaitBanned(FIRST, SECOND, THIRD);

        assertNothingWasLost(process, 9);
    }

    @Test
    void aPackOfFiltersIsPutIntoTheFolderOfPlugInsAndTakenOut() throws Exception {
        start(log, "log", "");
        awaitReason("WAITING", "there is no filter 'turnstile'");
        long process = lab.daemon().process().pid();
        PlugIn pack = plugIn("org.example.filters");

        fail(FIRST, "no ticket from", 2);
        pack.deploy("1");
        lab.daemon().awaitState("turnstile", "ACTIVE");
        fail(FIRST, "no ticket from", 1);
        awaitBanned(FIRST);

        fail(SECOND, "no ticket from", 2);
        awaitFailures(5);
        pack.deploy("2");
        awaitSaid("org.example.filters 2.0.0 has taken the place of org.example.filters 1.0.0");
        fail(SECOND, "no ticket from", 1);
        awaitBanned(FIRST, SECOND);

        pack.remove();
        awaitReason("WAITING", "there is no filter 'turnstile'");
        fail(THIRD, "no ticket from", 3);
        pack.deploy("3");
        awaitBanned(FIRST, SECOND, THIRD);

        assertNothingWasLost(process, 9);
    }

    @Test
    void anActionIsPutIntoTheFolderOfPlugInsReplacedAndTakenOut() throws Exception {
        Path folder = lab.folder("proxy");
        Files.setAttribute(folder, "unix:uid", Account.DAEMON.user());
        Path list = folder.resolve("banned");
        lab.configure("filter.d/turnstile.conf", FILTER.formatted("thrown out"));
        start(log, "proxy_list[file=" + list + "]", "");
        awaitReason("WAITING", "no bundle offers the action 'proxy_list'");
        long process = lab.daemon().process().pid();
        PlugIn action = plugIn("org.example.action.proxylist");

        fail(FIRST, "no ticket from", 3);
        awaitBanned(FIRST);
        assertThat(list).doesNotExist();
        action.deploy("1");
        awaitListed(list, FIRST);

        Files.delete(list);
        action.deploy("2");
        awaitListed(list, FIRST);
        fail(SECOND, "no ticket from", 3);
        awaitListed(list, FIRST, SECOND);

        action.remove();
        awaitReason("WAITING", "no bundle offers the action 'proxy_list'");
        fail(THIRD, "no ticket from", 3);
        awaitBanned(FIRST, SECOND, THIRD);
        assertThat(listed(list)).as("what is in force stays so").containsExactly(FIRST, SECOND);
        action.deploy("3");
        awaitListed(list, FIRST, SECOND, THIRD);

        assertNothingWasLost(process, 9);
    }

    @Test
    void aSourceIsPutIntoTheFolderOfPlugInsReplacedAndTakenOut() throws Exception {
        Path folder = lab.folder("spool");
        lab.configure("filter.d/turnstile.conf", FILTER.formatted("thrown out"));
        start(folder, "log", "backend = spool");
        awaitReason("WAITING", "no bundle offers the kind of source 'spool'");
        long process = lab.daemon().process().pid();
        PlugIn source = plugIn("org.example.source.spool");

        spool(folder, FIRST, 2);
        source.deploy("1");
        lab.daemon().awaitState("turnstile", "ACTIVE");
        spool(folder, FIRST, 1);
        awaitBanned(FIRST);

        spool(folder, SECOND, 2);
        awaitFailures(5);
        source.deploy("2");
        spool(folder, SECOND, 1);
        awaitBanned(FIRST, SECOND);

        spool(folder, THIRD, 2);
        awaitFailures(8);
        source.remove();
        awaitReason("WAITING", "no bundle offers the kind of source 'spool'");
        spool(folder, THIRD, 1);
        assertThat(banned()).containsExactly(FIRST, SECOND);
        source.deploy("3");
        awaitBanned(FIRST, SECOND, THIRD);

        assertNothingWasLost(process, 9);
    }

    @Test
    void aBadJarIsNamedWithTheMendAndHarmsNothing() throws Exception {
        lab.configure("filter.d/turnstile.conf", FILTER.formatted("thrown out"));
        Path folder = lab.folder("proxy");
        Files.setAttribute(folder, "unix:uid", Account.DAEMON.user());
        Path list = folder.resolve("banned");
        start(log, "proxy_list[file=" + list + "]", "");
        long process = lab.daemon().process().pid();
        PlugIn action = plugIn("org.example.action.proxylist");
        action.deploy("1");
        lab.daemon().awaitState("turnstile", "ACTIVE");

        action.deploy("Import-Package", "no.such.thing");
        awaitSaid("is not taken, and org.example.action.proxylist 1.0.0 goes on: nothing exports the package"
                + " no.such.thing");
        action.deploy("Bundle-Activator", "no.such.Activator");
        awaitSaid("is not taken, and org.example.action.proxylist 1.0.0 goes on: it failed when it was started");
        Path deploy = lab.distribution().deploy();
        Files.writeString(deploy.resolve("text.jar"), "no jar at all");
        awaitSaid("text.jar: it is no whole jar");
        fail(FIRST, "no ticket from", 3);
        awaitListed(list, FIRST);

        action.deploy("2");
        awaitSaid("org.example.action.proxylist 2.0.0 has taken the place of org.example.action.proxylist 1.0.0");
        fail(SECOND, "no ticket from", 3);
        awaitListed(list, FIRST, SECOND);
        assertNothingWasLost(process, 6);
    }

    @Test
    void aHalfWrittenJarIsWaitedFor() throws Exception {
        Path folder = lab.folder("spool");
        lab.configure("filter.d/turnstile.conf", FILTER.formatted("thrown out"));
        start(folder, "log", "backend = spool");
        PlugIn source = plugIn("org.example.source.spool");
        byte[] bytes = source.bytes();

        // As a slow copy does: longer than it takes to be taken for complete, and shorter than to be given up.
        for (int begin = 0; begin < bytes.length; begin += bytes.length / 4 + 1) {
            byte[] part = Arrays.copyOfRange(bytes, begin, Math.min(bytes.length, begin + bytes.length / 4 + 1));
            Files.write(source.path(), part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Instant written = Files.getLastModifiedTime(source.path()).toInstant();
            await("the copy pauses", () -> Instant.now().isAfter(written.plusMillis(600)));
        }

        lab.daemon().awaitState("turnstile", "ACTIVE");
        assertThat(lab.daemon().output()).doesNotContain("no whole jar");
        spool(folder, FIRST, 3);
        awaitBanned(FIRST);
    }

    @Test
    void aJarThatTheDaemonsUserMayWriteIsRefusedUntilItIsRoots() throws Exception {
        Path folder = lab.folder("spool");
        lab.configure("filter.d/turnstile.conf", FILTER.formatted("thrown out"));
        start(folder, "log", "backend = spool");
        PlugIn source = plugIn("org.example.source.spool");

        Path elsewhere = lab.file("source.jar");
        Files.write(elsewhere, source.bytes());
        Files.setAttribute(elsewhere, "unix:uid", Account.DAEMON.user());
        Files.move(elsewhere, source.path());
        awaitSaid("WARNING ignoring " + source.path() + ": the daemon's user may write " + source.path()
                + "; give it to root");
        awaitReason("WAITING", "no bundle offers the kind of source 'spool'");

        Files.setAttribute(source.path(), "unix:uid", Account.ROOT.user());
        lab.daemon().awaitState("turnstile", "ACTIVE");
    }

    private void start(Path logPath, String action, String settings) throws Exception {
        lab.configure("jail.local", JAIL.formatted(logPath, action, settings));
        lab.daemon().start();
    }

    private PlugIn plugIn(String name) throws IOException {
        return PlugIn.of(name, lab.distribution().deploy());
    }

    private void fail(String address, String how, int times) throws IOException {
        Files.write(log, lines(address, how, times), StandardOpenOption.APPEND);
    }

    /** Puts a file of lines into the folder, at once. */
    private void spool(Path folder, String address, int times) throws IOException {
        List<String> lines = lines(address, "no ticket from", times);
        Path hidden = Files.write(folder.resolve("hidden"), lines);
        Files.move(hidden, folder.resolve("%06d.log".formatted(session)));
    }

    private List<String> lines(String address, String how, int times) {
        List<String> lines = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            lines.add(Instant.now().truncatedTo(ChronoUnit.MICROS) + " turnstile[" + ++session + "]: " + how + " "
                    + address);
        }
        return lines;
    }

    private JsonObject jail() throws Exception {
        return lab.daemon().jail("turnstile").orElseThrow();
    }

    private Set<String> banned() throws Exception {
        Set<String> addresses = new TreeSet<>();
        for (JsonElement ban : jail().getAsJsonArray("banned")) {
            addresses.add(ban.getAsJsonObject().get("address").getAsString());
        }
        return addresses;
    }

    private void awaitBanned(String... addresses) throws Exception {
        await(String.join(", ", addresses) + " are banned", () -> banned().equals(new TreeSet<>(List.of(addresses))));
    }

    private static Set<String> listed(Path list) throws IOException {
        return Files.exists(list) ? new TreeSet<>(Files.readAllLines(list)) : Set.of();
    }

    private void awaitListed(Path list, String... addresses) throws Exception {
        await(String.join(", ", addresses) + " stand in " + list, () -> listed(list)
                .equals(new TreeSet<>(List.of(addresses))));
    }

    private void awaitFailures(int total) throws Exception {
        await(total + " failures are counted", () -> jail().get("totalFailed").getAsInt() == total);
    }

    /** Waits until such a line would count; it is only asked, not written. */
    private void awaitFailure(String how) throws Exception {
        String line = lines("192.0.2.109", how, 1).get(0);
        await("a line with '" + how + "' counts", () -> lab.daemon()
                .ask(Account.DAEMON, "explain", "turnstile", line)
                .out()
                .contains("it counts"));
    }

    private void awaitReason(String state, String reason) throws Exception {
        lab.daemon().awaitState("turnstile", state);
        await("the jail says: " + reason, () -> jail().toString().contains(reason));
    }

    private void awaitSaid(String words) throws Exception {
        await("the log says: " + words, () -> lab.daemon().output().contains(words));
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        try {
            Await.until(what, Daemon.PATIENCE, condition);
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + "; seen: " + jail() + "\n" + lab.daemon().output(), e);
        }
    }

    /** No start but the first, every failure counted once, and nobody banned twice. */
    private void assertNothingWasLost(long process, int failures) throws Exception {
        assertThat(lab.daemon().isRunning()).isTrue();
        assertThat(lab.daemon().process().pid()).isEqualTo(process);
        assertThat(jail().get("totalFailed").getAsInt()).isEqualTo(failures);
        assertThat(jail().get("totalBanned").getAsInt()).isEqualTo(banned().size());
        for (JsonElement ban : jail().getAsJsonArray("banned")) {
            assertThat(ban.getAsJsonObject().get("count").getAsInt()).isEqualTo(1);
        }
    }
}
