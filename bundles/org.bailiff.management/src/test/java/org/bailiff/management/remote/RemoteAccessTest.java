// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.MarshalledObject;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.MBeanServerConnection;
import javax.management.MBeanServerDelegate;
import javax.management.MalformedObjectNameException;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.Query;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;
import javax.management.remote.JMXConnector;
import javax.management.remote.rmi.RMIConnection;
import javax.management.timer.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A real client against a real port. */
class RemoteAccessTest {
    private static final ObjectName SHOWN = name(Door.NAME);
    /** What a client begins with, a lookup in the registry, and of its name that it has 2^40 bytes. */
    private static final String ENDLESS_LOOKUP = "4a524d4900024c" + "50aced00057722"
            + "0000000000000000" + "00000000" + "0000000000000000" + "0000" + "00000002" + "44154dc9d4e63bdf"
            + "7c0000010000000000";

    @TempDir
    private Path folder;

    @Test
    void eachRoleDoesWhatItMayAndTheBeanKnowsWhoItIs() throws Exception {
        try (Door door = new Door(folder)) {
            try (JMXConnector client = door.connect("vera")) {
                MBeanServerConnection server = client.getMBeanServerConnection();
                assertThat(server.getAttribute(SHOWN, "Limit")).isEqualTo(5);
                assertThat(server.queryNames(name("org.bailiff:*"), null)).containsExactly(SHOWN);
                assertThat((String) call(server, "who")).startsWith("vera (jmx-remote) VIEWER 127.0.0.1:");
                assertRefused(() -> call(server, "ban", "192.0.2.7"), "it takes the role operator");
            }
            try (JMXConnector client = door.connect("otto")) {
                MBeanServerConnection server = client.getMBeanServerConnection();
                assertThat(call(server, "ban", "192.0.2.7")).isEqualTo("banned 192.0.2.7");
                assertRefused(() -> call(server, "reload", true), "it takes the role administrator");
                assertRefused(() -> server.setAttribute(SHOWN, new Attribute("Limit", 6)), "administrator");
                assertRefused(
                        () -> server.setAttributes(SHOWN, new AttributeList(List.of(new Attribute("Limit", 6)))),
                        "administrator");
            }
            try (JMXConnector client = door.connect("ada")) {
                MBeanServerConnection server = client.getMBeanServerConnection();
                assertThat(call(server, "reload", true)).isEqualTo("reloaded");
                server.setAttribute(SHOWN, new Attribute("Limit", 6));
            }

            assertThat(door.trail.lines())
                    .anySatisfy(line -> assertThat(line).matches("vera VIEWER 127.0.0.1:\\d+ login remote JMX: done"))
                    .anySatisfy(line -> assertThat(line)
                            .matches("vera VIEWER 127.0.0.1:\\d+ invoke org.bailiff:type=Shown ban: refused: .*"))
                    .anySatisfy(line -> assertThat(line).contains("otto OPERATOR", "setAttribute", "Shown Limit"));
        }
    }

    @Test
    void whoeverHasNoPasswordIsNotLetInAndTheTrailSaysSo() throws Exception {
        try (Door door = new Door(folder)) {
            assertRefused(() -> Door.connect(door.port, null), "a user name and a password are needed");
            assertRefused(() -> Door.connect(door.port, new String[] {"ada"}), "are needed");
            assertRefused(() -> door.connect("ada", "secret-otto"), "wrong name or password");
            assertRefused(() -> door.connect("hunter2", ""), "wrong name or password");

            assertThat(door.trail.lines()).hasSize(4);
            assertThat(door.trail.lines().get(2)).startsWith("ada VIEWER 127.0.0.1:");
            assertThat(String.join("\n", door.trail.lines())).doesNotContain("hunter2");
        }
    }

    @Test
    void guessingPasswordsEndsAfterTenAndTheRightOneIsOfNoUseThenForAMinute() throws Exception {
        try (Door door = new Door(folder)) {
            for (int guess = 0; guess < 10; guess++) {
                String password = "guess" + guess;
                assertRefused(() -> door.connect("ada", password), "wrong name or password");
            }
            assertRefused(() -> door.connect("ada"), "too many failed logins");

            door.clock.move(Duration.ofMinutes(1));
            door.connect("ada").close();
        }
    }

    @Test
    void anUnknownNameCostsAsMuchWorkAsAWrongPassword() throws Exception {
        PasswordHash slow = PasswordHash.of("secret".toCharArray(), 100_000);
        UserTable table = UserTable.EMPTY.with(new User("ada", Accounts.ADA.role(), slow));
        MovedClock clock = new MovedClock();
        Trail trail = new Trail();
        Login login = new Login(() -> table, new AttemptLimit(clock), trail, new Refusals(trail, clock));
        long wrong = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int time = 0; time < 5; time++) {
            wrong = Math.min(wrong, nanos(() -> login.authenticate(new String[] {"ada", "x"})));
            unknown = Math.min(unknown, nanos(() -> login.authenticate(new String[] {"nobody", "x"})));
        }

        assertThat(unknown).isGreaterThan(wrong / 4);
    }

    private static long nanos(Attempt attempt) {
        long begin = System.nanoTime();
        assertThatThrownBy(attempt::make).isInstanceOf(SecurityException.class);
        return System.nanoTime() - begin;
    }

    static Stream<Attack> attacks() {
        ObjectName delegate = MBeanServerDelegate.DELEGATE_NAME;
        ObjectName made = name("org.bailiff:type=Made");
        return Stream.of(
                server -> server.createMBean("javax.management.loading.MLet", made),
                server -> server.createMBean("javax.management.loading.MLet", made, delegate),
                server -> server.createMBean(
                        "javax.management.timer.Timer", made, new Object[] {"x"}, new String[] {"java.lang.String"}),
                server -> server.unregisterMBean(SHOWN),
                server -> server.addNotificationListener(SHOWN, delegate, null, null),
                server -> server.removeNotificationListener(SHOWN, delegate),
                server -> server.invoke(
                        name("com.sun.management:type=DiagnosticCommand"),
                        "compilerDirectivesAdd",
                        new Object[] {"x"},
                        new String[] {"java.lang.String"}),
                server -> server.invoke(
                        name("com.sun.management:type=HotSpotDiagnostic"),
                        "dumpHeap",
                        new Object[] {"/tmp/x", true},
                        new String[] {"java.lang.String", "boolean"}),
                server -> server.invoke(
                        name("jdk.management.jfr:type=FlightRecorder"), "newRecording", new Object[0], new String[0]),
                server -> server.invoke(name("java.lang:type=Memory"), "gc", new Object[0], new String[0]),
                server -> server.setAttribute(name("java.lang:type=Memory"), new Attribute("Verbose", true)),
                server -> server.getAttribute(name("com.sun.management:type=HotSpotDiagnostic"), "DiagnosticOptions"));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void notEvenAnAdministratorGetsOutOfTheFence(Attack attack) throws Exception {
        try (Door door = new Door(folder);
                JMXConnector client = door.connect("ada")) {
            assertRefused(() -> attack.on(client.getMBeanServerConnection()), "nobody");

            assertThat(door.trail.lines()).hasSize(2).last().asString().contains("refused: nobody ");
        }
    }

    @Test
    void whatIsDoneToABeanOfJavaIsRecordedByTheGate() throws Exception {
        ObjectName logging = name("java.util.logging:type=Logging");
        String[] signature = {"java.lang.String", "java.lang.String"};
        Logger logger = Logger.getLogger("org.bailiff.gate");
        try (Door door = new Door(folder);
                JMXConnector client = door.connect("ada")) {
            MBeanServerConnection server = client.getMBeanServerConnection();
            server.invoke(logging, "getLoggerLevel", new Object[] {logger.getName()}, new String[] {signature[0]});
            server.invoke(logging, "setLoggerLevel", new Object[] {logger.getName(), "FINE"}, signature);
            assertThatThrownBy(() -> server.invoke(
                            logging, "setLoggerLevel", new Object[] {logger.getName(), "LOUD\n"}, signature))
                    .isNotNull();

            assertThat(logger.getLevel()).isEqualTo(Level.FINE);
            assertThat(door.trail.changes())
                    .containsExactly(
                            "login remote JMX:  -> administrator: done",
                            "invoke java.util.logging:type=Logging setLoggerLevel:  -> org.bailiff.gate FINE: done",
                            "invoke java.util.logging:type=Logging setLoggerLevel:  -> org.bailiff.gate LOUD\\x0a: failed");
            assertThat(door.trail.lines()).last().asString().matches("ada ADMINISTRATOR 127.0.0.1:\\d+ invoke .*");
        }
    }

    static Stream<Attack> gadgets() {
        return Stream.of(
                server -> call(server, "ban", new Gadget()),
                server -> server.invoke(
                        SHOWN, "ban", new Object[] {new Object[] {new Gadget()}}, new String[] {"java.lang.String"}),
                server -> call(server, "ban", new ArrayList<>(List.of(new Gadget()))),
                server -> call(server, "ban", new HashMap<>(Map.of("a", new Gadget()))),
                server -> call(
                        server,
                        "ban",
                        new TabularDataSupport(new TabularType(
                                "t",
                                "t",
                                new CompositeType("c", "c", new String[] {"a"}, new String[] {"a"}, new OpenType<?>[] {
                                    SimpleType.STRING
                                }),
                                new String[] {"a"}))),
                server -> server.setAttribute(SHOWN, new Attribute("Limit", new Gadget())),
                server -> server.setAttributes(SHOWN, new AttributeList(List.of(new Attribute("Limit", new Gadget())))),
                server -> server.queryNames(null, Query.gt(Query.attr("Limit"), Query.value(1))),
                server -> server.queryMBeans(null, Query.isInstanceOf(Query.value("x"))));
    }

    @ParameterizedTest
    @MethodSource("gadgets")
    void anObjectOfAnyOtherClassIsRefusedBeforeItIsMade(Attack attack) throws Exception {
        int before = Gadget.UNPACKED.get();
        try (Door door = new Door(folder);
                JMXConnector client = door.connect("ada")) {
            assertThatThrownBy(() -> attack.on(client.getMBeanServerConnection()))
                    .hasStackTraceContaining("filter status: REJECTED");

            assertThat(door.trail.lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .matches("ada ADMINISTRATOR 127.0.0.1:\\d+ unpack \\S+: refused: .*");
            assertThat(Gadget.UNPACKED).hasValue(before);
            assertThat(client.getMBeanServerConnection().getAttribute(SHOWN, "Limit"))
                    .isEqualTo(5);
        }
    }

    static Stream<Object> packed() throws IOException {
        return Stream.of(
                new MarshalledObject<>(new Gadget()),
                new MarshalledObject<>(new MarshalledObject<>(new Gadget())),
                new ArrayList<>(List.of(new MarshalledObject<>(new Gadget()))));
    }

    @ParameterizedTest
    @MethodSource("packed")
    void anObjectThatIsPackedOnceMoreReachesNoBean(Object packed) throws Exception {
        int before = Gadget.UNPACKED.get();
        try (Door door = new Door(folder);
                JMXConnector client = door.connect("ada")) {
            MBeanServerConnection server = client.getMBeanServerConnection();
            assertRefused(() -> call(server, "ban", packed), "may not be sent packed");
            assertRefused(() -> server.setAttribute(SHOWN, new Attribute("Limit", packed)), "may not be sent packed");

            assertThat(door.trail.lines()).hasSize(3);
            assertThat(Gadget.UNPACKED).hasValue(before);
        }
    }

    @Test
    void aListenersFilterOfAClassThatOnlyTheClientKnowsIsNotEvenLookedFor() throws Exception {
        int before = Gadget.UNPACKED.get();
        try (Door door = new Door(folder);
                JMXConnector client = door.connect("ada")) {
            MBeanServerConnection server = client.getMBeanServerConnection();
            assertThatThrownBy(() -> server.addNotificationListener(
                            MBeanServerDelegate.DELEGATE_NAME,
                            (notification, handback) -> {},
                            new GadgetFilter(new Gadget()),
                            null))
                    .hasStackTraceContaining("ClassNotFoundException: " + GadgetFilter.class.getName());
            assertThat(Gadget.UNPACKED).hasValue(before);
        }
    }

    @Test
    void aGadgetInThePlaceOfAPasswordIsRefusedBeforeItIsMade() throws Exception {
        int before = Gadget.UNPACKED.get();
        try (Door door = new Door(folder)) {
            for (Object credentials : new Object[] {new Gadget(), new Object[] {"ada", new Gadget()}}) {
                assertThatThrownBy(() -> Door.connect(door.port, credentials))
                        .hasStackTraceContaining("filter status: REJECTED");
            }
            assertThat(Gadget.UNPACKED).hasValue(before);
            assertThat(door.trail.lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                    .contains("unknown user", "unpack"));
        }
    }

    @Test
    void aTextWithoutEndFromAStrangerEndsTheConnection() throws Exception {
        byte[] many = new byte[1 << 16];
        try (Door door = new Door(folder)) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port)) {
                OutputStream out = socket.getOutputStream();
                out.write(HexFormat.of().parseHex(ENDLESS_LOOKUP));
                assertThatThrownBy(() -> {
                            for (int time = 0; time < 1024; time++) {
                                out.write(many);
                            }
                        })
                        .isInstanceOf(IOException.class);
            }
            assertThatThrownBy(() -> door.connect("A".repeat(1 << 20), "x")).isInstanceOf(IOException.class);

            assertThat(door.trail.lines())
                    .hasSize(2)
                    .allSatisfy(
                            line -> assertThat(line)
                                    .matches(
                                            "unknown user VIEWER 127.0.0.1:\\d+ receive remote JMX: refused: more than 16384 bytes .*"));
            door.connect("ada").close();
        }
    }

    @Test
    void aUserSendsATextWithADefinitionAndNothingLarger() throws Exception {
        String largest = "\u20ac".repeat(1 << 18);
        try (Door door = new Door(folder);
                JMXConnector client = door.connect("otto")) {
            MBeanServerConnection server = client.getMBeanServerConnection();
            for (int time = 0; time < 10; time++) {
                assertThat(call(server, "ban", largest)).isEqualTo("banned " + largest);
            }
            assertThatThrownBy(() -> call(server, "ban", "A".repeat(3 << 20))).isNotNull();
            assertThatThrownBy(() -> server.getAttribute(SHOWN, "A".repeat(3 << 20)))
                    .isInstanceOf(IOException.class);

            assertThat(door.trail.lines())
                    .anyMatch(line -> line.matches("otto \\S+ \\S+ receive remote JMX: refused: more than 2097152 .*"));
            door.connect("otto").close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1048576, 11", "4097, 1", "4096, 64"})
    void arraysThatAreOnlyAnnouncedAreRefusedBeforeTheyAreMade(int length, int depth) throws Exception {
        try (Door door = new Door(folder);
                JMXConnector client = door.connect("vera")) {
            MarshalledObject<?> announced = Announced.arrays(length, depth);
            RMIConnection connection = Announced.connection(door.port, "vera");
            assertThatThrownBy(() -> connection.invoke(SHOWN, "ban", announced, new String[0], null))
                    .hasStackTraceContaining("filter status: REJECTED");

            assertThat(door.trail.lines())
                    .last()
                    .asString()
                    .matches(
                            "vera VIEWER 127.0.0.1:\\d+ unpack (\\[Ljava.lang.Object;|too large): refused: too many .*");
            assertThat(client.getMBeanServerConnection().getAttribute(SHOWN, "Limit"))
                    .isEqualTo(5);
        }
    }

    @Test
    void theRegistryHoldsOneNameAndTakesNoOther() throws Exception {
        try (Door door = new Door(folder)) {
            Registry registry = LocateRegistry.getRegistry("127.0.0.1", door.port);

            assertThat(registry.list()).containsExactly("jmxrmi");
            assertThatThrownBy(() -> registry.rebind("jmxrmi", registry.lookup("jmxrmi")))
                    .hasStackTraceContaining("origin unknown");
            assertThatThrownBy(() -> registry.bind("other", registry.lookup("jmxrmi")))
                    .hasStackTraceContaining("origin unknown");
            assertThatThrownBy(() -> registry.unbind("jmxrmi")).hasStackTraceContaining("origin unknown");
            door.connect("ada").close();
        }
    }

    @Test
    void thereIsOneListenerOnTheAddressAloneAndNoneAfterwards() throws Exception {
        List<String> before = listeners();
        Door door = new Door(folder);
        door.connect("ada");

        List<String> during = listeners();
        during.removeAll(before);
        assertThat(during)
                .hasSize(1)
                .allMatch(listener -> listener.endsWith("0100007F:" + String.format("%04X", door.port)));

        door.close();
        assertThat(listeners()).doesNotContainAnyElementsOf(during);
    }

    @Test
    void aChangedUserIsOutAtOnceAndANewOneIsIn() throws Exception {
        try (Door door = new Door(folder);
                JMXConnector client = door.connect("ada")) {
            MBeanServerConnection server = client.getMBeanServerConnection();
            call(server, "reload", true);

            User lesser = new User("ada", Accounts.VERA.role(), Accounts.ADA.password());
            Accounts.write(door.users, lesser, Accounts.user("new", Accounts.ADA.role()));
            door.clock.move(Duration.ofSeconds(1));

            assertRefused(() -> call(server, "reload", true), "the user was changed; log in again");
            door.connect("new").close();

            Accounts.mode(door.users, "rw-rw-rw-");
            door.clock.move(Duration.ofSeconds(1));
            assertRefused(() -> door.connect("new"), "wrong name or password");
        }
    }

    @Test
    void changesOfTheUsersFileAreRecordedOnce() throws Exception {
        try (Door door = new Door(folder);
                JMXConnector client = door.connect("ada")) {
            User operator = new User("vera", Accounts.OTTO.role(), Accounts.VERA.password());
            Accounts.write(door.users, Accounts.ADA, operator, Accounts.user("new", Accounts.VERA.role()));
            door.clock.move(Duration.ofSeconds(1));
            call(client.getMBeanServerConnection(), "who");

            String where = " in " + door.users + ": ";
            assertThat(door.trail.changes())
                    .filteredOn(line -> line.contains(" in " + door.users))
                    .containsExactly(
                            "remove user otto" + where + "operator -> : done",
                            "change user vera" + where + "viewer -> operator: done",
                            "add user new" + where + " -> viewer: done");

            Accounts.write(door.users, Accounts.ADA, operator, Accounts.user("new", Accounts.VERA.role()));
            door.apply(door.port);
            Accounts.mode(door.users, "rw-rw-rw-");
            door.clock.move(Duration.ofSeconds(1));
            assertRefused(() -> door.connect("ada"), "wrong name or password");
            assertThat(door.trail.changes())
                    .filteredOn(line -> line.contains(" in " + door.users))
                    .hasSize(5)
                    .anyMatch(line -> line.equals("change user new" + where + "viewer -> viewer, new password: done"))
                    .anyMatch(line -> line.startsWith("read users all" + where + " -> : refused: nobody may log in"));
        }
    }

    @Test
    void aNewPortEndsTheConnectionsOfTheOldOneAndABadOneDoesNot() throws Exception {
        try (Door door = new Door(folder)) {
            MBeanServerConnection server = door.connect("ada").getMBeanServerConnection();
            assertThatThrownBy(() -> door.apply(door.port, "users", "missing")).isInstanceOf(RemoteTrouble.class);
            call(server, "who");

            int other = Door.freePort();
            door.apply(other);

            assertThatThrownBy(() -> call(server, "who")).isInstanceOf(IOException.class);
            Door.connect(other, new String[] {"ada", "secret-ada"}).close();
            assertThatThrownBy(() -> door.connect("ada")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aPortInUseIsSaidWithTheLine() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Door door = new Door(folder)) {
            assertThatThrownBy(() -> door.apply(other.getLocalPort()))
                    .isInstanceOf(RemoteTrouble.class)
                    .hasMessageContaining("bailiff.conf:3: error: 'jmx.listen' is '127.0.0.1:" + other.getLocalPort())
                    .hasMessageContaining("see 'ss -ltnp'");
            door.connect("ada").close();
        }
    }

    @Test
    void aViewerHearsNotifications() throws Exception {
        BlockingQueue<Notification> heard = new ArrayBlockingQueue<>(10);
        try (Door door = new Door(folder);
                JMXConnector client = door.connect("vera")) {
            client.getMBeanServerConnection()
                    .addNotificationListener(
                            MBeanServerDelegate.DELEGATE_NAME, (told, handback) -> heard.add(told), null, null);

            door.beans.registerMBean(new Timer(), name("test:type=Timer"));
            door.beans.unregisterMBean(name("test:type=Timer"));

            assertThat(heard.poll(30, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void theHostThatClientsAreToldIsNoPropertyAfterwards() throws Exception {
        try (Door door = new Door(folder)) {
            door.connect("ada").close();

            assertThat(System.getProperty("java.rmi.server.hostname")).isNull();
        }
    }

    /** What an attacker does with a connection. */
    interface Attack {
        void on(MBeanServerConnection server) throws Exception;
    }

    /** An attempt that fails. */
    interface Attempt {
        void make() throws Exception;
    }

    private static void assertRefused(Attempt attempt, String reason) {
        assertThatThrownBy(attempt::make).isInstanceOf(SecurityException.class).hasMessageContaining(reason);
    }

    private static Object call(MBeanServerConnection server, String operation, Object... arguments) throws Exception {
        String[] signature = Stream.of(arguments)
                .map(argument -> argument instanceof Boolean ? "boolean" : "java.lang.String")
                .toArray(String[]::new);
        return server.invoke(SHOWN, operation, arguments, signature);
    }

    /** Sockets of this process that listen: local address and port, as the kernel writes them. */
    private static List<String> listeners() throws IOException {
        try (Stream<Path> tables = Stream.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"))) {
            List<String> all = new ArrayList<>();
            for (Path table : tables.toList()) {
                for (String line : Files.readAllLines(table)) {
                    String[] fields = line.strip().split("\\s+");
                    if (fields[3].equals("0A") && isOurs(fields[9])) {
                        all.add(fields[1]);
                    }
                }
            }
            return all;
        }
    }

    private static boolean isOurs(String inode) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.anyMatch(descriptor -> {
                try {
                    return Files.readSymbolicLink(descriptor).toString().equals("socket:[" + inode + "]");
                } catch (IOException closedMeanwhile) {
                    return false;
                }
            });
        }
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
