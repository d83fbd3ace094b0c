// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordCommandTest {
    private final InputStream input = System.in;

    @TempDir
    private Path etc;

    @AfterEach
    void giveTheInputBack() {
        System.setIn(input);
    }

    @Test
    void aUserIsAddedChangedShownAndRemoved() throws Exception {
        Path file = etc.resolve("jmx.users");

        assertThat(run("first secret", "ada", "operator")).isEqualTo("ada may log in as operator (" + file + ")\n");
        run("other secret", "otto", "viewer");
        run("second secret", "ada", "administrator");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        User ada = UserTable.read(file).find("ada").orElseThrow();
        assertThat(ada.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(ada.password().matches("second secret".toCharArray())).isTrue();
        assertThat(run("", "--list")).isEqualTo("ada administrator\notto viewer\n");
        assertThat(run("", "--list", "--json"))
                .isEqualTo("{\"users\":[{\"user\":\"ada\",\"role\":\"administrator\"},"
                        + "{\"user\":\"otto\",\"role\":\"viewer\"}]}\n");
        assertThat(run("", "--remove", "ada")).startsWith("ada may no longer log in");
        assertThat(run("", "--list")).isEqualTo("otto viewer\n");
        assertThat(etc).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void theFileIsTheConfiguredOneOrTheOneThatIsNamed() throws Exception {
        Files.writeString(etc.resolve("bailiff.conf"), "[Definition]\njmx.users = people\n");

        run("long secret", "ada", "viewer");
        run("long secret", "--users", "others", "otto", "viewer");

        assertThat(UserTable.read(etc.resolve("people")).find("ada")).isPresent();
        assertThat(UserTable.read(etc.resolve("others")).find("otto")).isPresent();
    }

    @Test
    void whatIsWrongIsSaidAndChangesNothing() {
        assertRefused("usage: bailiff passwd", "secret", "ada");
        assertRefused("is no role; it can be viewer, operator or administrator", "secret", "ada", "root");
        assertRefused("is no name of a user", "secret", "a:b", "viewer");
        assertRefused("8 characters or more", "secret", "ada", "viewer");
        assertRefused("no password was given", "", "ada", "viewer");
        assertRefused("the file is not there", "", "--list");

        assertThat(etc).isEmptyDirectory();
    }

    private void assertRefused(String reason, String typed, String... words) {
        assertThatThrownBy(() -> run(typed, words))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(reason);
    }

    private String run(String typed, String... words) throws CommandException {
        System.setIn(new ByteArrayInputStream((typed.isEmpty() ? "" : typed + "\n").getBytes(StandardCharsets.UTF_8)));
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(words));
        boolean json = arguments.remove("--json");
        Caller caller = new Caller("root", "local", Role.ADMINISTRATOR);
        new PasswordCommand(etc, etc)
                .run(new CommandCall(
                        caller,
                        arguments,
                        json,
                        etc.toString(),
                        new PrintWriter(out, true),
                        new PrintWriter(out, true)));
        return out.toString();
    }
}
