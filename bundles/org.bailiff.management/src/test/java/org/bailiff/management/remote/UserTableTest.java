// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserTableTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("jmx.users");
    }

    @Test
    void usersAreReadAsTheyAreWritten() throws Exception {
        Accounts.write(file, "# who\n\n" + Accounts.VERA + "\n" + Accounts.ADA + "\n");

        UserTable table = UserTable.read(file);

        assertThat(table.all()).containsExactly(Accounts.VERA, Accounts.ADA);
        assertThat(table.without("vera").with(Accounts.OTTO).all()).containsExactly(Accounts.ADA, Accounts.OTTO);
        assertThat(table.has(Accounts.user("ada", Accounts.ADA.role()))).isFalse();
    }

    static Stream<String[]> wrong() {
        String hash = Accounts.VERA.password().toString();
        return Stream.of(
                new String[] {"vera:viewer", "a line is user:role:hash"},
                new String[] {"ve ra:viewer:" + hash, "a line is user:role:hash"},
                new String[] {"vera:root:" + hash, "'root' is no role; it can be viewer, operator or administrator"},
                new String[] {"vera:viewer:secret", "is no hash; run 'bailiff passwd vera viewer'"},
                new String[] {Accounts.ADA + "", "a second line for ada"});
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongLineIsNamedAndItsPasswordIsNot(String line, String complaint) throws Exception {
        Accounts.write(file, "#\n" + Accounts.ADA + "\n" + line + "\n");

        assertThatThrownBy(() -> UserTable.read(file))
                .isInstanceOf(RemoteTrouble.class)
                .hasMessageStartingWith(file + ":3: error: ")
                .hasMessageContaining(complaint)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw--w----", "rw------x", "rwx------", "rw----r--"})
    void aFileThatOthersMayReadOrChangeIsRefused(String permissions) throws IOException {
        Accounts.mode(Accounts.write(file, Accounts.VERA), permissions);

        assertThatThrownBy(() -> UserTable.read(file))
                .isInstanceOf(RemoteTrouble.class)
                .hasMessageContaining("has the mode 0")
                .hasMessageContaining("chmod 0600 " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-r-----", "r--------"})
    void aFileThatOnlyItsGroupMayReadBesidesIsTaken(String permissions) throws Exception {
        Accounts.mode(Accounts.write(file, Accounts.VERA), permissions);

        assertThat(UserTable.read(file).all()).hasSize(1);
    }

    @Test
    void aFileThatIsNotThereOrIsAFolderIsNamed() {
        assertThatThrownBy(() -> UserTable.read(file)).hasMessageContaining(file + ": error: the file is not there");
        assertThatThrownBy(() -> UserTable.read(folder)).hasMessageContaining("is no file");
    }
}
