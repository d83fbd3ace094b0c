// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bailiff.itests.lab.remote.RemoteClient;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Javas;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.Outcome;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Remote JMX of the real daemon: users do what their role lets them; every attack fails, and is audited. */
@RequiresKernel
class RemoteJmxIT {
    private static final int PORT = 7091;
    private static final String LISTEN = "jmx.listen = 127.0.0.1:" + PORT;

    @Test
    void usersDoWhatTheirRoleLetsThemAndAttacksFail() throws Exception {
        attack(Optional.empty());
    }

    @Test
    @Tag("long")
    void onJava25Too() throws Exception {
        Optional<Path> java = Javas.java25();
        assumeThat(java).as("a Java 25 below /usr/lib/jvm").isPresent();

        attack(java);
    }

    private static void attack(Optional<Path> java) throws Exception {
        try (Lab lab = Lab.withList(Firewall.LEGACY, 600, java)) {
            configure(lab, LISTEN);
            addUsers(lab);
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            awaitPort(lab);

            // 127.0.0.1, which Java's IPv6 sockets write as an IPv4 address mapped into IPv6.
            assertThat(listeners(lab.daemon()))
                    .hasSize(1)
                    .allMatch(listener -> listener.matches("(0{16}FFFF0000)?0100007F:" + String.format("%04X", PORT)));
            List<String> said = client(
                    lab,
                    List.of(),
                    "vera READ_STATE vera READ_MEMORY vera READ_THREADS vera READ_PROPERTIES vera BAN"
                            + " otto BAN otto RELOAD otto DEPLOY otto DIAGNOSE otto TUNE"
                            + " ada TUNE ada RELOAD ada DIAGNOSE ada DUMP_HEAP ada MAKE_LOADER ada REMOVE_BEAN"
                            + " ada SEND_GADGET ada SEND_ARRAY ada SEND_PACKED ada SEND_TABLE"
                            + " nobody READ_STATE mallory READ_STATE mallory LOG_IN_WITH_GADGET"
                            + " mallory CHANGE_REGISTRY mallory LOOK_UP_ENDLESS vera SEND_LONG_ARRAY vera SEND_LARGE"
                            + " ada READ_STATE");
            said.addAll(client(lab, List.of(), String.join(" ", Collections.nCopies(12, "mallory READ_STATE"))));

            assertBusiness(said);
            assertAttacksFailed(said);
            assertAudited(Files.readAllLines(lab.file("data/audit.log")));
            assertThat(listeners(lab.daemon())).hasSize(1);
            assertThat(lab.daemon().banEnd("sshd", "192.0.2.99")).isPresent();
            assertThat(RemoteClient.HEAP).doesNotExist();
        }
    }

    private static void assertBusiness(List<String> said) {
        assertThat(said)
                .contains("vera READ_STATE done RUNNING", "ada TUNE done tuned", "ada READ_STATE done RUNNING")
                .anyMatch(line -> line.startsWith("vera READ_MEMORY done "))
                .anyMatch(line -> line.startsWith("vera READ_THREADS done "))
                .anyMatch(line -> line.matches("otto BAN done .*192\\.0\\.2\\.99.*"))
                .anyMatch(line -> line.startsWith("ada RELOAD done "));
    }

    private static void assertAttacksFailed(List<String> said) {
        for (String attack : List.of(
                "vera READ_PROPERTIES failed .*it takes the role administrator.*",
                "vera BAN failed .*it takes the role operator.*",
                "otto RELOAD failed .*it takes the role administrator.*",
                "otto DEPLOY failed .*it takes the role administrator.*",
                "otto TUNE failed .*it takes the role administrator.*",
                "otto DIAGNOSE failed .*nobody may through remote JMX.*",
                "ada DIAGNOSE failed .*nobody may through remote JMX.*",
                "ada DUMP_HEAP failed .*nobody may through remote JMX.*",
                "ada MAKE_LOADER failed .*nobody may through remote JMX.*",
                "ada REMOVE_BEAN failed .*nobody may through remote JMX.*",
                "ada SEND_GADGET failed .*filter status: REJECTED.*",
                "ada SEND_ARRAY failed .*filter status: REJECTED.*",
                "ada SEND_PACKED failed .*may not be sent packed.*",
                "ada SEND_TABLE failed .*filter status: REJECTED.*",
                "nobody READ_STATE failed .*a user name and a password are needed.*",
                "mallory READ_STATE failed .*wrong name or password.*",
                "mallory READ_STATE failed .*too many failed logins.*",
                "mallory LOG_IN_WITH_GADGET failed .*filter status: REJECTED.*",
                "mallory LOOK_UP_ENDLESS failed .*",
                "vera SEND_LONG_ARRAY failed .*filter status: REJECTED.*",
                "vera SEND_LARGE failed .*",
                "mallory CHANGE_REGISTRY failed .*origin unknown.*")) {
            assertThat(said).anyMatch(line -> line.matches(attack), attack);
        }
    }

    private static void assertAudited(List<String> trail) {
        assertEntry(trail, "vera", "login", "done");
        assertEntry(trail, "vera", "invoke", "refused: it takes the role operator");
        assertEntry(trail, "vera", "getAttribute", "refused: it takes the role administrator");
        assertEntry(trail, "otto", "ban", "done");
        assertEntry(trail, "otto", "invoke", "refused: it takes the role administrator");
        assertEntry(trail, "otto", "setAttribute", "refused: it takes the role administrator");
        assertEntry(trail, "ada", "set", "done");
        assertEntry(trail, "ada", "invoke", "refused: nobody may through remote JMX");
        assertEntry(trail, "ada", "createMBean", "refused: nobody may through remote JMX");
        assertEntry(trail, "ada", "unregisterMBean", "refused: nobody may through remote JMX");
        assertEntry(trail, "ada", "unpack", "refused: an object of this class may not be sent");
        assertEntry(trail, "ada", "invoke", "refused: an object may not be sent packed");
        assertEntry(trail, "unknown user", "login", "refused: a user name and a password are needed");
        assertEntry(trail, "unknown user", "unpack", "refused: an object of this class may not be sent");
        assertEntry(trail, "unknown user", "receive", "refused: more than 16384 bytes in one request");
        assertEntry(trail, "vera", "unpack", "refused: too many or too large objects");
        assertEntry(trail, "ada", "login", "refused: wrong name or password");
        assertEntry(trail, "ada", "login", "refused: too many failed logins");
    }

    private static void assertEntry(List<String> trail, String who, String what, String outcome) {
        assertThat(trail)
                .as("%s %s %s", who, what, outcome)
                .anyMatch(line -> line.contains("\"principal\":\"" + who + "\"")
                        && line.contains("\"channel\":\"jmx-remote\"")
                        && line.contains("\"from\":\"127.0.0.1:")
                        && line.contains("\"what\":\"" + what + "\"")
                        && line.contains("\"outcome\":\"" + outcome));
    }

    @Test
    @Tag("long")
    void withTlsAClientNeedsACertificateBesidesThePassword() throws Exception {
        try (Lab lab = Lab.withList(Firewall.LEGACY, 600)) {
            addUsers(lab);
            Path etc = lab.distribution().etc();
            for (String name : List.of("server", "client")) {
                makeKey(lab, etc, name);
            }
            Path password = secret(etc.resolve("password"), "changeit\n");
            configure(
                    lab,
                    LISTEN,
                    "jmx.tls.keystore = " + etc.resolve("server.p12"),
                    "jmx.tls.keystore.password = " + password,
                    "jmx.tls.truststore = " + etc.resolve("client-trust.p12"),
                    "jmx.tls.truststore.password = " + password,
                    "jmx.tls.clients = need");
            lab.daemon().start();
            awaitPort(lab);
            List<String> trust = List.of(
                    "-Djavax.net.ssl.trustStore=" + etc.resolve("server-trust.p12"),
                    "-Djavax.net.ssl.trustStorePassword=changeit");
            List<String> key = List.of(
                    "-Djavax.net.ssl.keyStore=" + etc.resolve("client.p12"),
                    "-Djavax.net.ssl.keyStorePassword=changeit");

            assertThat(client(lab, both(trust, key), "ada READ_STATE mallory READ_STATE"))
                    .contains("ada READ_STATE done RUNNING")
                    .anyMatch(line -> line.matches("mallory READ_STATE failed .*wrong name or password.*"));
            assertThat(client(lab, trust, "ada READ_STATE"))
                    .allMatch(line -> line.startsWith("ada READ_STATE failed "));
            assertThat(client(lab, List.of(), "ada READ_STATE"))
                    .allMatch(line -> line.startsWith("ada READ_STATE failed "));
            assertThat(listeners(lab.daemon())).hasSize(1);
        }
    }

    @Test
    @Tag("long")
    void whatIsUnsafeIsRefusedWithASentenceAndExit78() throws Exception {
        try (Lab lab = Lab.withList(Firewall.LEGACY, 600)) {
            Path users = lab.distribution().etc().resolve("jmx.users");
            assertRefused(lab, "jmx.users: error: the file is not there", LISTEN);
            addUsers(lab);
            assertRefused(lab, "which others can reach, and there is no TLS", "jmx.listen = 192.0.2.1:7091");
            assertRefused(lab, "bailiff.conf:2: error: 'jmx.listen'", "jmx.listen = 127.0.0.1:99999");
            assertRefused(
                    lab,
                    "missing.p12: error: the file is not there",
                    LISTEN,
                    "jmx.tls.keystore = /missing.p12",
                    "jmx.tls.keystore.password = /missing");
            Files.setPosixFilePermissions(users, PosixFilePermissions.fromString("rw-rw-r--"));
            assertRefused(lab, "has the mode 0664", LISTEN);
            secret(users, "ada:god:x\n");
            assertRefused(lab, "jmx.users:1: error: 'god' is no role", LISTEN);
        }
    }

    private static void assertRefused(Lab lab, String reason, String... settings) throws Exception {
        configure(lab, settings);
        lab.daemon().makeData();
        Outcome outcome = lab.daemon().runAnother(Account.DAEMON);

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(78);
        assertThat(outcome.err()).contains(reason);
    }

    @Test
    @Tag("long")
    void nobodyAttachesIfThatIsSo() throws Exception {
        try (Lab lab = Lab.withList(Firewall.LEGACY, 600)) {
            lab.daemon().start();
            assertThat(attach(lab).succeeded()).isTrue();
            lab.daemon().stop();

            configure(lab, "attach = no");
            lab.daemon().start();
            assertThat(attach(lab).succeeded()).isFalse();
            assertThat(listeners(lab.daemon())).isEmpty();
        }
    }

    /** As the daemon's own user, in its own namespaces. */
    private static Outcome attach(Lab lab) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        String inside = ownId(lab.daemon());
        return Tool.run(lab.server().command(Account.DAEMON.command(List.of(jcmd.toString(), inside, "VM.version"))));
    }

    /** The process id as its own machine counts. */
    private static String ownId(Daemon daemon) throws IOException {
        return Files.readAllLines(
                        Path.of("/proc", Long.toString(daemon.process().pid()), "status"))
                .stream()
                .filter(line -> line.startsWith("NSpid:"))
                .map(line -> line.substring(line.lastIndexOf('\t') + 1))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitPort(Lab lab) throws Exception {
        Await.until("remote JMX is open", Daemon.PATIENCE, () -> lab.daemon()
                .output()
                .contains("remote JMX listens"));
    }

    private static void configure(Lab lab, String... settings) throws IOException {
        lab.configure("bailiff.conf", "[Definition]\n" + String.join("\n", settings) + "\n");
    }

    private static void addUsers(Lab lab) throws Exception {
        lab.daemon().makeData();
        for (String user : List.of("vera viewer", "otto operator", "ada administrator")) {
            String name = user.split(" ")[0];
            Tool.succeed(List.of(
                    "sh",
                    "-c",
                    "echo secret-" + name + " | " + lab.distribution().command() + " --data " + lab.file("data")
                            + " passwd " + user));
        }
    }

    private static List<String> client(Lab lab, List<String> options, String deeds)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RemoteClient.class.getName(),
                Integer.toString(PORT)));
        command.addAll(List.of(deeds.split(" ")));
        return new ArrayList<>(
                Tool.succeed(lab.server().command(command)).lines().toList());
    }

    private static void makeKey(Lab lab, Path etc, String name) throws Exception {
        String store = etc.resolve(name + ".p12").toString();
        String certificate = lab.file(name + ".cer").toString();
        keytool(store, "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name);
        keytool(store, "-exportcert", "-alias", name, "-file", certificate);
        String trust = etc.resolve(name + "-trust.p12").toString();
        keytool(trust, "-importcert", "-noprompt", "-alias", name, "-file", certificate);
        give(Path.of(store));
    }

    private static void keytool(String store, String... words) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Tool.succeed(both(
                List.of(keytool),
                both(List.of(words), List.of("-keystore", store, "-storepass", "changeit", "-storetype", "PKCS12"))));
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Path secret(Path file, String text) throws IOException {
        Files.writeString(file, text);
        give(file);
        return file;
    }

    /** To the daemon's user, and to nobody else. */
    private static void give(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.setAttribute(file, "unix:uid", Account.DAEMON.user());
    }

    /** The TCP sockets on which the daemon listens: address and port, as the kernel writes them. */
    private static List<String> listeners(Daemon daemon) throws IOException {
        Path process = Path.of("/proc", Long.toString(daemon.process().pid()));
        List<String> open = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.exists(descriptor, LinkOption.NOFOLLOW_LINKS)) {
                    open.add(Files.readSymbolicLink(descriptor).toString());
                }
            }
        }
        List<String> listeners = new ArrayList<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : Files.readAllLines(process.resolve(table))) {
                String[] fields = line.strip().split("\\s+");
                if (fields[3].equals("0A") && open.contains("socket:[" + fields[9] + "]")) {
                    listeners.add(fields[1]);
                }
            }
        }
        return listeners;
    }
}
