// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static List<String> words(String text) {
        return CommandLine.parseAll(text).get(0).words();
    }

    @Test
    void quotesAndBackslashesMakeWords() {
        assertThat(words("/bin/x  'a b' \"c \\\" \\x\" d\\ e '' f'g'\"h\" \\'"))
                .containsExactly("/bin/x", "a b", "c \" \\x", "d e", "", "fgh", "'");
    }

    @Test
    void eachLineIsACommandUnlessItGoesOn() {
        assertThat(CommandLine.parseAll("/bin/a 1 \\\n  2\n# nothing\n\n/bin/b 'x\ny' # more"))
                .extracting(CommandLine::words)
                .containsExactly(List.of("/bin/a", "1", "2"), List.of("/bin/b", "x\ny"));
    }

    @Test
    void aTagIsPartOfAWord() {
        assertThat(words("/bin/x <ip> a=<F-USER> \"<x>\"")).containsExactly("/bin/x", "<ip>", "a=<F-USER>", "<x>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | b", "a || b", "a && b", "a; b", "a &", "a > b", "a >> b", "a 2>&1", "a < b", "a <b c", "(a)",
                        "a $B",
                "a \"$B\"", "a `b`", "a \"`b`\"", "a *.log", "a b?", "a [bc]", "a ~", "if a", "A=b c", "cd /x", "! a",
                        "{ a",
                "a 'b", "a \"b", ": x", "a $(b)",
            })
    void whatNeedsAShellIsRefused(String text) {
        assertThatThrownBy(() -> CommandLine.parseAll(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "a | b # '|' is a pipe or an alternative, which needs a shell, and none is ever run; put it into a script,"
                        + " and name the script with its whole path",
                "a *.x # '*' stands for names of files, which only a shell can find; put the word into quotes if it is"
                        + " meant as it is",
                "if true # 'if' is a word of the shell's own, which needs a shell, and none is ever run; put it into a"
                        + " script, and name the script with its whole path",
            })
    void theRefusalSaysWhatAndTheMend(String text, String sentence) {
        assertThatThrownBy(() -> CommandLine.parseAll(text)).hasMessage(sentence);
    }

    @Test
    void whatIsQuotedIsNoShell() {
        assertThat(words("\"if\" '|' '$x' \\; 'a*' [ x ]")).containsExactly("if", "|", "$x", ";", "a*", "[", "x", "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bin/x a b",
                "/bin/x 'a b' ''",
                "/bin/x '{\"ip\":\"<ip>\"}'",
                "/bin/x \\' \\\" \\\\ '$x' 'a\nb'",
                "/bin/x '<' '>' '<a b>' '<ip>'",
                "/bin/x '*' '#' 'é ü' '~'",
            })
    void whatIsWrittenIsReadAgain(String text) {
        CommandLine command = CommandLine.parseAll(text).get(0);

        assertThat(CommandLine.parseAll(command.text())).containsExactly(command);
    }

    @Test
    void aJsonTextIsWrittenWithOneKindOfQuotationMark() {
        assertThat(CommandLine.parseAll("/bin/x -d '{\"ip\":\"<ip>\"}'").get(0).text())
                .isEqualTo("/bin/x -d \\{\\\"ip\\\":\\\"<ip>\\\"\\}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printf %s\\\\n a 'b c' \"d'e\" f\\ g '' \"\\\\\" \"\\a\"",
                "printf '%s|' a\\\nb \"c\\\nd\" 'e\\\nf'",
                "printf '%s|' x#y -- '#z' # comment",
            })
    void wordsAreThoseOfAShell(String text) throws Exception {
        List<String> words = words(text);

        assertThat(output(words)).isEqualTo(output(List.of("/bin/sh", "-c", text)));
    }

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    @Test
    void anAttackersTextNeverBecomesAnArgument() {
        assertThat(ActionTags.objection(command("/bin/x <matches>")).orElseThrow())
                .startsWith("the tag <matches> is what an attacker wrote, and never becomes an argument;");
        assertThat(ActionTags.objection(command("/bin/x '<F-USER>'"))).isPresent();
        assertThat(ActionTags.objection(command("/bin/<ip>"))).isPresent();
        assertThat(ActionTags.objection(command("/bin/x <bantim>")).orElseThrow())
                .contains("did you mean <bantime>?");
        assertThat(ActionTags.objection(command("/bin/x <ip> <bantime>"))).isEmpty();
    }

    private static CommandLine command(String text) {
        return CommandLine.parseAll(text).get(0);
    }

    @Test
    void aValueIsNeverReadAgain() {
        assertThat(ActionTags.fill("<ip>/<jail>", tag -> tag.equals("ip") ? "<jail> $1" : "sshd"))
                .isEqualTo("<jail> $1/sshd");
    }
}
