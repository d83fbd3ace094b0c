// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.config.Problem;
import org.bailiff.text.SafeText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesFileTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T02:00:00.123Z"));
    private static final Caller ALICE = new Caller("alice", "socket", Role.ADMINISTRATOR);

    private Path path;

    @BeforeEach
    void nameFile(@TempDir Path data) {
        path = data.resolve("overrides.conf");
    }

    private OverridesFile open() {
        return OverridesFile.open(path, CLOCK);
    }

    private Overrides save() throws IOException {
        OverridesFile file = open();
        Overrides overrides = Overrides.NONE
                .with(file.entry("sshd", "maxretry", "3", ALICE))
                .with(file.entry("web", "ignoreip", "192.0.2.0/24 2001:db8::1", ALICE))
                .with(file.entry("sshd", "bantime", "1h", ALICE));
        file.replace(overrides);
        file.save();
        return overrides;
    }

    @Test
    void whatIsSavedIsReadBack() throws IOException {
        Overrides saved = save();

        assertThat(open().overrides()).isEqualTo(saved);
        assertThat(open().problems()).isEmpty();
    }

    @Test
    void theFileSaysWhoSetWhatWhenForItsOwnerAlone() throws IOException {
        save();

        assertThat(Files.readString(path))
                .containsPattern("\\[sshd]\n# set by alice \\(socket\\) at 2026-11-23T02:00:00Z; crc [0-9a-f]{8}\n"
                        + "bantime = 1h\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(path.resolveSibling("overrides.conf.new")).doesNotExist();
    }

    @Test
    void withoutAFileNothingIsOverridden() {
        assertThat(open().overrides()).isEqualTo(Overrides.NONE);
        assertThat(open().problems()).isEmpty();
    }

    @Test
    void aFlippedBitNeverChangesAValueAndIsNamed() throws IOException {
        List<OverrideEntry> saved = save().entries();
        byte[] intact = Files.readAllBytes(path);

        for (int index = 0; index < intact.length; index++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = intact.clone();
                damaged[index] ^= (byte) (1 << bit);

                OverridesText.Content content = OverridesText.parse(SafeText.decode(damaged, 0, damaged.length));

                List<OverrideEntry> read = content.overrides().entries();
                assertThat(saved).containsAll(read);
                assertThat(read.size() == saved.size() || !content.aside().isEmpty())
                        .as("bit %d of byte %d takes an override away without a word", bit, index)
                        .isTrue();
            }
        }
    }

    @Test
    void aTornFileKeepsWhatIsWhole() throws IOException {
        List<OverrideEntry> saved = save().entries();
        String text = Files.readString(path);

        Files.writeString(path, text.substring(0, text.length() - 5));

        assertThat(open().overrides().entries()).isEqualTo(saved.subList(0, 2));
        assertThat(open().problems()).hasSize(1);
    }

    @Test
    void aLineWrittenByHandDoesNotCountAndIsNamed() throws IOException {
        Files.writeString(path, "[sshd]\nmaxretry = 1000\n");

        assertThat(open().overrides()).isEqualTo(Overrides.NONE);
        assertThat(open().problems())
                .containsExactly(new Problem(
                        Problem.Severity.WARNING,
                        path.toString(),
                        2,
                        "",
                        "'maxretry = 1000' was damaged or written by hand, and does not count; set it anew with"
                                + " 'bailiff set'"));
    }

    @Test
    void aRightChecksumDoesNotLetAPathIn() throws IOException {
        OverridesFile file = open();
        file.replace(Overrides.NONE.with(file.entry("sshd", "logpath", "/etc/shadow", ALICE)));
        file.save();

        assertThat(open().overrides()).isEqualTo(Overrides.NONE);
        assertThat(open().problems()).hasSize(1);
    }

    @Test
    void whatWasSetAsideIsKeptAsACommentWhenTheFileIsWrittenAnew() throws IOException {
        Files.writeString(path, "[sshd]\nmaxretry = 1000\n");
        OverridesFile file = open();

        file.replace(Overrides.NONE.with(file.entry("sshd", "bantime", "1h", ALICE)));
        file.save();

        assertThat(Files.readString(path)).endsWith("# set aside: maxretry = 1000\n");
        assertThat(open().overrides().find("sshd", "bantime")).isPresent();
        assertThat(open().problems()).isEmpty();
    }

    @Test
    void aFileThatCouldNotBeReadIsNotOverwritten() throws IOException {
        Files.createDirectory(path);
        OverridesFile file = open();

        assertThat(file.problems()).hasSize(1);
        assertThatThrownBy(file::save).isInstanceOf(IOException.class).hasMessageContaining("would be lost");
    }

    @Test
    void aCallersNameCannotBreakTheLine() throws IOException {
        OverridesFile file = open();
        Caller odd = new Caller("al\nice", "socket", Role.ADMINISTRATOR);
        Overrides overrides = Overrides.NONE.with(file.entry("sshd", "bantime", "1h", odd));

        file.replace(overrides);
        file.save();

        assertThat(open().overrides()).isEqualTo(overrides);
    }

    @Test
    void nobodyDefinesACommandAtRunTimeNotEvenWithARightChecksum() throws IOException {
        OverrideEntry entry = new OverrideEntry(
                "sshd", "action", "command[ban=/bin/evil]", "alice on socket", Instant.parse("2026-11-23T02:00:00Z"));
        Files.writeString(
                path,
                "[sshd]\n# set by " + entry.by() + " at " + entry.at() + "; crc " + entry.checksum() + "\naction = "
                        + entry.value() + "\n");

        assertThat(open().overrides().entries()).isEmpty();
        assertThat(open().problems()).hasSize(1);
    }
}
