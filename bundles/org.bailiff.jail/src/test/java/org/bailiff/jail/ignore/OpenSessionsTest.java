// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.bailiff.text.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenSessionsTest {
    private static final Address ADMIN = Address.parse("192.0.2.7");
    private static final short USER_PROCESS = 7;
    private static final short DEAD_PROCESS = 8;
    private static final short BOOT_TIME = 2;

    @TempDir
    Path folder;

    private Path utmp;
    private Path sessions;
    private OpenSessions open;

    @BeforeEach
    void name() throws IOException {
        utmp = folder.resolve("utmp");
        sessions = Files.createDirectory(folder.resolve("sessions"));
        open = new OpenSessions(utmp, sessions);
    }

    /** A record as utmp(5) lays it out: of 384 bytes, or of 400 where times have 64 bits. */
    private static byte[] login(int length, ByteOrder order, short type, String host, byte[] address) {
        ByteBuffer entry = ByteBuffer.allocate(length).order(order);
        entry.putShort(0, type).putInt(4, 4711);
        entry.put(8, "pts/0".getBytes(StandardCharsets.US_ASCII));
        entry.put(40, "ts/0".getBytes(StandardCharsets.US_ASCII));
        entry.put(44, "root".getBytes(StandardCharsets.US_ASCII));
        entry.put(76, host.getBytes(StandardCharsets.US_ASCII));
        entry.put(length == 384 ? 348 : 360, address);
        return entry.array();
    }

    private static byte[] login(short type, String host, byte[] address) {
        return login(384, ByteOrder.nativeOrder(), type, host, address);
    }

    private void write(byte[]... records) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(384 * records.length);
        for (byte[] each : records) {
            all.put(each);
        }
        Files.write(utmp, all.array());
    }

    @Test
    void whoIsLoggedInIsReadWithTheAddressAndTheTerminal() throws IOException {
        Address ipv6 = Address.parse("2001:db8::7");
        write(
                login(BOOT_TIME, "6.1.0-18-amd64", new byte[16]),
                login(USER_PROCESS, "admin.example.org", ADMIN.toBytes()),
                login(USER_PROCESS, "", ipv6.toBytes()));

        assertThat(open.read())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ADMIN,
                        "neverban: the session of root on pts/0",
                        ipv6,
                        "neverban: the session of root on pts/0"));
    }

    @Test
    void whoHasLeftOrSitsAtTheMachineHasNoAddress() throws IOException {
        write(
                login(DEAD_PROCESS, "", ADMIN.toBytes()),
                login(USER_PROCESS, ":0", new byte[16]),
                login(USER_PROCESS, "somewhere.example.org", new byte[16]));

        assertThat(open.read()).isEmpty();
    }

    @Test
    void anAddressThatIsOnlyWrittenAsTextCounts() throws IOException {
        write(login(USER_PROCESS, "192.0.2.7", new byte[16]));

        assertThat(open.read()).containsOnlyKeys(ADMIN);
    }

    @ParameterizedTest
    @CsvSource({"384, true", "384, false", "400, true", "400, false"})
    void theRecordsOfEveryMachineAreRead(int length, boolean bigEndian) {
        ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] twice = new byte[2 * length];
        System.arraycopy(login(length, order, BOOT_TIME, "", new byte[0]), 0, twice, 0, length);
        System.arraycopy(login(length, order, USER_PROCESS, "", ADMIN.toBytes()), 0, twice, length, length);

        assertThat(LoginRecords.addresses(twice, order)).containsOnlyKeys(ADMIN);
    }

    @Test
    void whatAreNoRecordsIsNotTakenForSome() {
        assertThatThrownBy(() -> LoginRecords.addresses(new byte[383], ByteOrder.nativeOrder()))
                .hasMessage("383 bytes that are no records of utmp(5)");
    }

    @Test
    void aNameInARecordIsMadeSafeToShow() throws IOException {
        byte[] hostile = login(USER_PROCESS, "", ADMIN.toBytes());
        hostile[44] = 0x1b;
        write(hostile);

        assertThat(open.read()).containsValue("neverban: the session of \\x1boot on pts/0");
    }

    private void session(String name, String... lines) throws IOException {
        Files.write(sessions.resolve(name), List.of(lines));
    }

    @Test
    void withoutUtmpTheSessionsOfSystemdAreRead() throws IOException {
        session(
                "1",
                "# private",
                "UID=0",
                "USER=root",
                "ACTIVE=1",
                "STATE=active",
                "REMOTE=1",
                "REMOTE_HOST=192.0.2.7");
        session("2", "USER=bob", "STATE=closing", "REMOTE=1", "REMOTE_HOST=192.0.2.8");
        session("3", "USER=eve", "STATE=online", "REMOTE=0", "TTY=tty1");
        session("4", "USER=ann", "STATE=online", "REMOTE=1", "REMOTE_HOST=a.example.org");

        assertThat(open.read()).isEqualTo(Map.of(ADMIN, "neverban: the session of root"));
    }

    @Test
    void thePipeBesideASessionIsNotOpened() throws Exception {
        session("1", "USER=root", "STATE=active", "REMOTE_HOST=192.0.2.7");
        Path pipe = sessions.resolve("1.ref");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(open.read()).containsOnlyKeys(ADMIN);
    }

    @Test
    void whereThereIsNeitherNobodyIsLoggedIn() throws IOException {
        Files.delete(sessions);

        assertThat(open.read()).isEmpty();
    }

    @Test
    void whatWasKnownCountsForAWhileAndWhileTheHostDoesNotSay() {
        HandClock clock = new HandClock();
        AtomicReference<Map<Address, String>> said = new AtomicReference<>(Map.of(ADMIN, "a session"));
        RecentAddresses recent = new RecentAddresses(
                "the sessions",
                () -> {
                    if (said.get() == null) {
                        throw new IOException("not now");
                    }
                    return said.get();
                },
                clock,
                Duration.ofSeconds(10));
        assertThat(recent.all()).containsOnlyKeys(ADMIN);

        said.set(Map.of());
        clock.pass(Duration.ofSeconds(10));
        assertThat(recent.all()).containsOnlyKeys(ADMIN);
        clock.pass(Duration.ofMillis(1));
        assertThat(recent.all()).isEmpty();

        said.set(Map.of(ADMIN, "a session"));
        clock.pass(Duration.ofHours(-1));
        assertThat(recent.all()).as("a clock that was set back").containsOnlyKeys(ADMIN);
        said.set(null);
        clock.pass(Duration.ofSeconds(11));
        assertThat(recent.all()).containsOnlyKeys(ADMIN);
    }
}
