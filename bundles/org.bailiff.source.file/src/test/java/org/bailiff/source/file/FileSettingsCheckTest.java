// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSettingsCheckTest {
    @TempDir
    private Path temporary;

    private static List<String> check(String... keysAndValues) {
        Map<String, Setting> settings = new HashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            String key = keysAndValues[index];
            settings.put(key, new Setting(key, keysAndValues[index + 1], "/etc/bailiff/jail.conf:7"));
        }
        return new FileSettingsCheck()
                .check(new JailConfiguration("sshd", settings)).stream()
                        .map(Problem::toString)
                        .toList();
    }

    private String existing() throws IOException {
        return Files.writeString(temporary.resolve("auth.log"), "").toString();
    }

    @Test
    void aPathThatCanBeReadIsFine() throws IOException {
        assertThat(check("logpath", existing() + " tail\n" + existing() + "\n")).isEmpty();
    }

    @Test
    void aFindingNamesFileLineAndKey() {
        assertThat(check("logpath", "auth.log"))
                .containsExactly("/etc/bailiff/jail.conf:7: error: logpath: "
                        + "'auth.log' is not an absolute path of a file; write it from / on");
    }

    @Test
    void aPathThatMatchesNothingIsAWarning() {
        assertThat(check("logpath", temporary + "/*.log"))
                .singleElement()
                .asString()
                .contains("warning: logpath: no file matches " + temporary + "/*.log now");
    }

    @Test
    void aPathThatMatchesNothingIsFineForAJailThatReadsBans() {
        assertThat(check("logpath", temporary + "/absent/fail2ban.log", "filter", "recidive"))
                .isEmpty();
        assertThat(check("logpath", "fail2ban.log", "filter", "recidive")).hasSize(1);
    }

    @Test
    void wordsBehindAPathAreTailOrHead() throws IOException {
        assertThat(check("logpath", existing() + " end"))
                .singleElement()
                .asString()
                .contains("is not PATH [tail|head]");
        assertThat(check("logpath", existing() + " tail head"))
                .singleElement()
                .asString()
                .contains("is not PATH [tail|head]");
    }

    @Test
    void thatThereIsNoPathIsTheJailsToSay() {
        assertThat(check()).isEmpty();
    }

    @Test
    void ofAJailThatReadsTheJournalThePathDoesNotMatter() {
        assertThat(check("backend", "systemd", "logpath", "auth.log")).isEmpty();
    }

    @Test
    void whatAPlugInsSourceMakesOfThePathIsNotForFilesToDoubt() {
        assertThat(check("backend", "spool", "logpath", temporary.toString())).isEmpty();
        assertThat(check("backend", "polling", "logpath", temporary.toString()))
                .singleElement()
                .asString()
                .contains("it is a directory");
    }

    @Test
    void ofAJailThatReceivesSyslogTheAddressIsNoPath() {
        assertThat(check("backend", "syslog", "logpath", "udp://127.0.0.1:5514"))
                .isEmpty();
    }
}
