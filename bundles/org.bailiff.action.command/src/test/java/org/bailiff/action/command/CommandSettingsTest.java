// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bailiff.dialect.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandSettingsTest {

    private static CommandSettings settings(String action) {
        return CommandSettings.of(Reference.parse(action).parameters());
    }

    @Test
    void allIsWritten() {
        CommandSettings settings = settings("command[name=tell, start=/bin/a, ban=\"/bin/b 'x y' <ip>\n/bin/c\","
                + " unban=/bin/d, stop=/bin/e, timeout=5m, queue=7, rate=3/10s, retries=0]");

        assertThat(settings.name()).isEqualTo("tell");
        assertThat(settings.of(Event.BAN))
                .extracting(command -> command.words())
                .containsExactly(List.of("/bin/b", "x y", "<ip>"), List.of("/bin/c"));
        assertThat(settings.commands()).containsOnlyKeys(Event.values());
        assertThat(settings.timeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.queue()).isEqualTo(7);
        assertThat(settings.rate()).isEqualTo(new Rate(3, Duration.ofSeconds(10)));
        assertThat(settings.retries()).isZero();
    }

    @Test
    void oneCommandIsEnough() {
        CommandSettings settings = settings("command[ban=/bin/b]");

        assertThat(settings.of(Event.UNBAN)).isEmpty();
        assertThat(settings)
                .isEqualTo(new CommandSettings(
                        "command", settings.commands(), Duration.ofMinutes(1), 1000, Rate.parse("60/1m"), 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "command # command has no command; e.g. command[ban=\"/usr/local/bin/tell <ip>\"], with a program of yours",
                "command[bann=/bin/x] # command has no parameter 'bann'; did you mean 'ban'?",
                "command[ban=tell] # command[ban=tell]: 'tell' is searched for nowhere; write the program's whole path, which"
                        + " begins with /",
                "command[ban=./tell] # command[ban=./tell]: './tell' is searched for nowhere; write the program's whole path,"
                        + " which begins with /",
                "command[ban='/bin/x; rm'] # command[ban=/bin/x; rm]: ';' is one command behind another, which needs a shell,"
                        + " and none is ever run; put it into a script, and name the script with its whole path",
                "command[ban='/bin/x <matches>'] # command[ban=/bin/x <matches>]: the tag <matches> is what an attacker wrote, and"
                        + " never becomes an argument; let the program read it from its standard input, which is one JSON"
                        + " object with the log lines in 'evidence'",
                "command[ban=/bin/x, timeout=0] # command[timeout=0]: it is a time from 1s to 1h, e.g. 60s",
                "command[ban=/bin/x, timeout=soon] # command[timeout=soon]: it is a time from 1s to 1h, e.g. 60s",
                "command[ban=/bin/x, rate=fast] # command[rate=fast]: it is a number of commands and a time, e.g. 60/1m",
                "command[ban=/bin/x, rate=0/1m] # command[rate=0/1m]: it is a number of commands and a time, e.g. 60/1m",
                "command[ban=/bin/x, queue=0] # command[queue=0]: it is a whole number from 1 to 100000, e.g. 1000",
                "command[ban=/bin/x, retries=-1] # command[retries=-1]: it is a whole number from 0 to 100, e.g. 3",
                "command[ban=/bin/x, name=../x] # command[name=../x]: a name is up to 64 letters, digits, '.', '_' and '-',"
                        + " and begins with no mark",
            })
    void aWrongParameterIsRefusedWithASentence(String action, String sentence) {
        assertThatThrownBy(() -> settings(action))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void anArgumentHoldsNoNul() {
        assertThatThrownBy(() -> CommandSettings.of(Map.of("ban", "/bin/x a\0b")))
                .hasMessageContaining("an argument holds no NUL");
    }
}
