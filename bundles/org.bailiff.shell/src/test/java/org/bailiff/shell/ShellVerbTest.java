// SPDX-License-Identifier: Apache-2.0
package org.bailiff.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandSession;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.command.CommandLine;
import org.bailiff.api.command.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Verbs in Felix's own Gogo; Karaf's is tested in a Karaf. */
class ShellVerbTest {
    private static final Caller ALICE = new Caller("alice", "shell", Role.OPERATOR);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ThreadIOImpl terminals = new ThreadIOImpl();
    private final Answers answers = new Answers();
    private CommandSession session;

    @BeforeEach
    void open() {
        terminals.start();
        CommandProcessorImpl gogo = new CommandProcessorImpl(terminals);
        gogo.addCommand("bailiff", new ShellVerb("ban", answers, () -> ALICE), "ban");
        session = gogo.createSession(new ByteArrayInputStream(new byte[0]), out, err);
    }

    @AfterEach
    void close() {
        session.close();
        terminals.stop();
    }

    @Test
    void theVerbGetsItsWordsAndItsCaller() throws Exception {
        session.execute("bailiff:ban sshd 192.0.2.7 --for 1h --reason 'by hand'");

        assertThat(answers.words)
                .containsExactly(List.of("ban", "sshd", "192.0.2.7", "--for", "1h", "--reason", "by hand"));
        assertThat(answers.caller).isEqualTo(ALICE);
    }

    @Test
    void aWordThatLooksLikeANumberIsAWord() throws Exception {
        session.execute("bailiff:ban 5 0x10 -1");

        assertThat(answers.words).containsExactly(List.of("ban", "5", "0x10", "-1"));
    }

    @Test
    void withoutTheScopeItIsFoundToo() throws Exception {
        session.execute("ban sshd 192.0.2.7");

        assertThat(answers.words).containsExactly(List.of("ban", "sshd", "192.0.2.7"));
    }

    @Test
    void resultsGoToTheSessionsTerminal() throws Exception {
        answers.results.add("192.0.2.7 is banned");

        session.execute("bailiff:ban sshd 192.0.2.7");

        assertThat(text(out)).contains("192.0.2.7 is banned");
    }

    @Test
    void whatASuccessfulVerbComplainsOfIsShown() throws Exception {
        answers.complaints.add("the log has rotated");

        session.execute("bailiff:ban sshd 192.0.2.7");

        assertThat(text(err)).contains("the log has rotated");
    }

    @Test
    void aFailedVerbFailsWithItsComplaints() {
        answers.complaints.add("there is no jail 'sshx'");
        answers.complaints.add("did you mean sshd?");
        answers.end = ExitCode.FAILED;

        assertThatThrownBy(() -> session.execute("bailiff:ban sshx 192.0.2.7"))
                .isInstanceOf(VerbFailedException.class)
                .hasMessage("there is no jail 'sshx'\ndid you mean sshd?");
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }

    /** Notes who asked for what, and answers as told. */
    private static final class Answers implements CommandLine {
        private final List<List<String>> words = new ArrayList<>();
        private final List<String> results = new ArrayList<>();
        private final List<String> complaints = new ArrayList<>();
        private Caller caller;
        private ExitCode end = ExitCode.OK;

        @Override
        public ExitCode run(
                Caller who, List<String> asked, String directory, Consumer<String> out, Consumer<String> err) {
            caller = who;
            words.add(asked);
            results.forEach(out);
            complaints.forEach(err);
            return end;
        }
    }
}
