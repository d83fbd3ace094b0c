// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Set;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoreFileTest {
    private static final Set<Address> OFFICE = Set.of(Address.parse("203.0.113.9"));

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private final Later threads = new Later();
    private final NameBook names = new NameBook(name -> OFFICE, clock, threads, Duration.ofSeconds(10));
    private Path path;
    private IgnoreFile file;
    private int writes;

    @BeforeEach
    void name() {
        path = folder.resolve("ignored");
        file = new IgnoreFile(path, names, clock, threads);
    }

    /** Each time with another time of change, however fast that goes. */
    private void write(String text) throws IOException {
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000L + 10_000L * ++writes));
    }

    private void look() {
        clock.pass(Duration.ofSeconds(1));
        file.refresh();
        threads.run();
    }

    private String reason(String address) {
        return file.reason(Address.parse(address), clock.instant()).orElse("none");
    }

    @Test
    void eachLineIsAnEntryAndIsToldWithItsNumber() throws IOException {
        write("# ours\n192.0.2.0/24\n\n  2001:db8::7   # the router\n198.51.100.7@2026-11-23\noffice.example.org\n");
        file.read();
        look();

        assertThat(file.mistakes()).isEmpty();
        assertThat(reason("192.0.2.7")).isEqualTo("ignoreip file " + path + ", line 2: 192.0.2.0/24");
        assertThat(reason("2001:db8::7")).isEqualTo("ignoreip file " + path + ", line 4: 2001:db8::7");
        assertThat(reason("198.51.100.7")).endsWith(", line 5: 198.51.100.7 until 2026-11-23T00:00:00Z");
        assertThat(reason("203.0.113.9")).endsWith(", line 6: office.example.org (203.0.113.9)");
        assertThat(file.within(Network.parse("203.0.113.0/24"), clock.instant()))
                .isPresent();
        assertThat(reason("203.0.113.8")).isEqualTo("none");
    }

    @Test
    void aWrongLineIsLeftOutAndToldWithItsNumber() throws IOException {
        write("192.0.2.7\nfile:/etc/shadow\n192.0.2.8@2026-01-01\n");
        file.read();

        assertThat(file.mistakes()).extracting(IgnoreText.Mistake::line).containsExactly(2, 3);
        assertThat(file.mistakes().get(0).message())
                .startsWith("'file:/etc/shadow' is neither an address nor a network nor a name")
                .endsWith("it is left out");
        assertThat(file.mistakes().get(1).message()).startsWith("192.0.2.8@2026-01-01T00:00:00Z has expired");
        assertThat(reason("192.0.2.7")).isNotEqualTo("none");
    }

    @Test
    void whatHasExpiredIsToldInOneSentence() throws IOException {
        write("192.0.2.7\n" + "192.0.2.8@2026-01-01\n".repeat(2_000) + "file:/etc/shadow\n");
        file.read();

        assertThat(file.mistakes()).extracting(IgnoreText.Mistake::line).containsExactly(2, 2002);
        assertThat(file.mistakes().get(0).message())
                .startsWith("192.0.2.8@2026-01-01T00:00:00Z has expired")
                .endsWith("; so have 1999 more");
    }

    @Test
    void aChangeIsNoticedWithinASecondAndNotByWhoDecides() throws IOException {
        write("192.0.2.7");
        file.read();
        look();
        write("192.0.2.8");

        assertThat(reason("192.0.2.8")).isEqualTo("none");
        file.refresh();
        assertThat(threads.waiting()).as("not looked at twice a second").isZero();
        look();

        assertThat(reason("192.0.2.8")).isNotEqualTo("none");
        assertThat(reason("192.0.2.7")).isEqualTo("none");
    }

    @Test
    void whatWasKnownStaysWhileTheFileIsGoneAndTheFileIsTakenAgainWhenItIsBack() throws IOException {
        write("192.0.2.7");
        file.read();
        Files.delete(path);
        look();

        assertThat(file.unreadable()).contains("there is no such file");
        assertThat(reason("192.0.2.7")).isNotEqualTo("none");

        write("192.0.2.8");
        look();
        assertThat(file.unreadable()).isEmpty();
        assertThat(reason("192.0.2.8")).isNotEqualTo("none");
        assertThat(reason("192.0.2.7")).isEqualTo("none");
    }

    @Test
    void aFileThatComesBackAsItWasCountsAsReadable() throws IOException {
        write("192.0.2.7");
        file.read();
        Path aside = folder.resolve("aside");
        Files.move(path, aside);
        file.read();
        Files.move(aside, path);
        file.read();

        assertThat(file.unreadable()).isEmpty();
        assertThat(reason("192.0.2.7")).isNotEqualTo("none");
    }

    @Test
    void whatIsNoFileOrTooLongIsNotRead() throws IOException {
        Files.createDirectory(path);
        file.read();
        assertThat(file.unreadable()).contains("it is not a regular file");

        Files.delete(path);
        write("192.0.2.7\n".repeat(200_000));
        file.read();
        assertThat(file.unreadable()).contains("it is longer than 1048576 bytes");
    }

    @Test
    void whyItCannotBeReadIsSaidInWords() {
        assertThat(IgnoreFile.why(new AccessDeniedException("/etc/shadow")))
                .isEqualTo("the daemon's user may not read it; give it the right");
        assertThat(IgnoreFile.why(new FileSystemException("/loop", null, "Too many levels of symbolic links")))
                .isEqualTo("Too many levels of symbolic links");
        assertThat(IgnoreFile.why(new FileSystemException("/x"))).isEqualTo("java.nio.file.FileSystemException: /x");
    }

    @Test
    void moreEntriesThanABoundAreToldOnce() throws IOException {
        write("192.0.2.7\n".repeat(10_002));
        file.read();

        assertThat(file.mistakes()).hasSize(1);
        assertThat(file.mistakes().get(0).line()).isEqualTo(10_001);
        assertThat(file.mistakes().get(0).message()).startsWith("there are more than 10000 entries");
    }

    @Test
    void moreNamesThanABoundAreToldOnceAndAddressesGoOn() throws IOException {
        write("office.example.org\n".repeat(202) + "192.0.2.7\n");
        file.read();

        assertThat(file.mistakes()).extracting(IgnoreText.Mistake::line).containsExactly(201);
        assertThat(reason("192.0.2.7")).isNotEqualTo("none");
    }

    @Test
    void whileOthersTakeTheirTimeItIsLookedAtLater() throws IOException {
        write("192.0.2.7");
        threads.room(0);
        look();
        threads.room(1);

        look();

        assertThat(reason("192.0.2.7")).isNotEqualTo("none");
    }

    @Test
    void allJailsShareAFileSoThatAReloadForgetsNothing() throws IOException {
        IgnoreFiles files = new IgnoreFiles(names, clock, threads);
        write("192.0.2.7");
        files.of(path).read();
        Files.delete(path);
        files.of(path).read();

        assertThat(files.of(path).reason(Address.parse("192.0.2.7"), clock.instant()))
                .isPresent();
    }
}
