// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "/bin/x <ip> ~ /bin/x,<ip>",
                "  /bin/x\t a   b ~ /bin/x,a,b",
                "/bin/x 'a b' \"c d\"e ~ /bin/x,a b,c de",
                "/bin/x '' \"\" ~ /bin/x,,",
                "/bin/x a\\ b \\; ~ /bin/x,a b,;",
                "/bin/x '$(x)|;' ~ /bin/x,$(x)|;",
                "/bin/x \"a;b|c\" \"\\\"\\$\" ~ /bin/x,a;b|c,\"$",
                "/bin/x --of=<ip> '<ip>' ~ /bin/x,--of=<ip>,<ip>",
            })
    void aCommandIsSplitAsAShellWould(String text, String words) {
        assertThat(CommandWords.of(text)).isEqualTo(Arrays.asList(words.split(",", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bin/x <ip> | grep y",
                "/bin/x; /bin/y",
                "/bin/x && /bin/y",
                "/bin/x $(id)",
                "/bin/x `id`",
                "/bin/x \"$HOME\"",
                "/bin/x \"`id`\"",
                "/bin/x > /tmp/file",
                "/bin/x < /tmp/file",
                "/bin/x <ip",
                "/bin/x *",
                "if [ 1 = 1 ]; then exit 0; fi",
                "/bin/x\n/bin/y",
            })
    void whatNeedsAShellIsRefusedWithTheMend(String text) {
        assertThatThrownBy(() -> CommandWords.of(text))
                .hasMessageContaining(" would need a shell, and Bailiff runs none; put the command into a script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/x 'a", "/bin/x \"a", "/bin/x a\\"})
    void whatIsNotFinishedIsRefused(String text) {
        assertThatThrownBy(() -> CommandWords.of(text)).hasMessageStartingWith("the ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "is-ours <ip> ~ 'is-ours <ip>' does not begin with a program's whole path",
                "ours ~ 'ours' does not begin with a program's whole path",
                "/bin/<ip> ~ which program is run cannot depend on a tag",
                "/bin/x <F-USER> ~ the tag <F-USER> is not given to a command",
                "/bin/x <F-ID> ~ the tag <F-ID> is not given to a command",
                "/bin/x '<matches>' ~ the tag <matches> is not given to a command",
                "/bin/x <ip-host> ~ the tag <ip-host> is not given to a command",
            })
    void whatAnAttackerMayHaveWrittenIsNotGivenToACommand(String text, String message) {
        assertThatThrownBy(() -> IgnoreCommand.parse(text, IgnoreCache.DEFAULT)).hasMessageStartingWith(message);
    }

    @Test
    void theTagsBecomeTheAddressWithinItsWord() {
        IgnoreCommand command = IgnoreCommand.parse("/bin/x -<family> 'is <ip>'", IgnoreCache.DEFAULT);

        assertThat(command.argumentsFor(Address.parse("192.0.2.7")))
                .isEqualTo(List.of("/bin/x", "-inet4", "is 192.0.2.7"));
        assertThat(command.argumentsFor(Address.parse("2001:DB8::7")))
                .isEqualTo(List.of("/bin/x", "-inet6", "is 2001:db8::7"));
    }

    @Test
    void theCacheIsSetInFail2bansWords() {
        assertThat(IgnoreCache.parse("key=\"<ip>\", max-count=100, max-time=5m"))
                .isEqualTo(new IgnoreCache(100, Duration.ofMinutes(5)));
        assertThat(IgnoreCache.parse("max-time = 1h , key = '<ip>'"))
                .isEqualTo(new IgnoreCache(1000, Duration.ofHours(1)));
        assertThat(IgnoreCache.parse("max-count=0").maxCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "often ~ 'often' is not understood",
                "max-count=100 max-time=5m ~ 'max-count=100 max-time=5m' is not understood",
                "max-count=many ~ max-count is 0 to 100000, not 'many'",
                "max-count=100001 ~ max-count is 0 to 100000, not '100001'",
                "max-time=soon ~ 'soon' is not a time",
                "max-time=-1 ~ max-time is not less than nothing",
                "key=<F-USER>@<ip-host> ~ answers can be kept by the address only; write key=\"<ip>\"",
                "key=all ~ answers can be kept by the address only",
                "max-count=1, rest ~ 'rest' is not understood",
            })
    void aCacheThatCannotBeIsRefused(String text, String message) {
        assertThatThrownBy(() -> IgnoreCache.parse(text)).hasMessageStartingWith(message);
    }
}
