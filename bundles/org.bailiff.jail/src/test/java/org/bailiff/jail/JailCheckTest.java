// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.bailiff.api.filter.FilterStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JailCheckTest {
    private final FakeSurroundings surroundings = new FakeSurroundings();

    @BeforeEach
    void defineFilters() {
        surroundings.define("good", "failed");
        surroundings.define("wrong", "bad");
    }

    @AfterEach
    void end() {
        surroundings.close();
    }

    /** What is wrong with a jail that is fine but for one key. */
    private List<String> check(String key, String value) {
        return check(Map.of(key, value));
    }

    private List<String> check(Map<String, String> keys) {
        Map<String, String> values = new HashMap<>(
                Map.of("enabled", "yes", "filter", "good", "logpath", "/var/log/auth.log", "action", "fake"));
        values.putAll(keys);
        Map<String, Setting> settings = new HashMap<>();
        values.forEach((name, text) -> settings.put(name, new Setting(name, text, "jail.local:7")));
        return new JailCheck(surroundings)
                .check(new JailConfiguration("sshd", settings)).stream()
                        .map(Problem::toString)
                        .toList();
    }

    @Test
    void whatIsDoubtfulInTheFilterIsAWarningWithItsPlace() {
        surroundings.define("doubtful", "doubtful");

        assertThat(check("filter", "doubtful")).containsExactly("doubtful.conf:3: warning: failregex 1: is it so?");
    }

    @Test
    void aDefinitionThatWasNotTakenIsAnErrorThoughTheJailWorks() {
        Problem problem = new Problem(Problem.Severity.ERROR, "filter.d/good.conf", 12, "", "failregex 1: write it");
        surroundings.refused = new FilterStatus.Refused("filter.d/good.conf", Instant.EPOCH, List.of(problem));

        assertThat(check("filter", "good")).containsExactly("filter.d/good.conf:12: error: failregex 1: write it");
    }

    @Test
    void aJailThatReceivesSyslogNeedsAnAddress() {
        assertThat(check(Map.of("backend", "syslog", "logpath", "udp://127.0.0.1:5514")))
                .isEmpty();
        assertThat(check(Map.of("backend", "syslog", "logpath", "")))
                .singleElement()
                .asString()
                .startsWith("jail.local:7: error: logpath: the jail names no address to receive syslog at");
    }

    @Test
    void aJailThatIsFineHasNoProblem() {
        assertThat(check("maxretry", "3")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "enabled ~ perhaps ~ error: enabled: 'perhaps' is neither yes nor no",
                "maxretry ~ 0 ~ error: maxretry: '0' is not a number of failures",
                "findtime ~ 10x ~ error: findtime: '10x' is not a time",
                "bantime ~ soon ~ error: bantime: 'soon' is not a time",
                "ignoreip ~ 999.1.1.1 ~ warning: ignoreip: '999.1.1.1' is neither an address nor a network",
                "logpath ~ '' ~ error: logpath: the jail names no log to read",
                "backend ~ spool ~ warning: backend: no bundle offers the kind of source 'spool', and the jail waits",
                "backend ~ so fast ~ error: backend: 'so fast' is no kind of source; write systemd for the journal",
                "backend ~ systemd[journalflags=1] ~ warning: backend: parameters of systemd have no effect",
                "logencoding ~ utf-99 ~ error: logencoding: 'utf-99' is no known character set",
                "logtimezone ~ Mars ~ error: logtimezone: 'Mars' is no known time zone",
                "action ~ xt_recnt ~ warning: no bundle offers the action 'xt_recnt'",
            })
    void aMistakeIsToldOnceWithFileLineAndKey(String key, String value, String message) {
        assertThat(check(key, value)).singleElement().asString().startsWith("jail.local:7: " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "logencoding, latin-1",
        "logencoding, utf_8",
        "logencoding, cp1252",
        "logtimezone, UTC+0200",
        "logtimezone, GMT-05:30",
        "logtimezone, Europe/Berlin",
        "bantime, 1d12h",
        "findtime, 60*60",
    })
    void whatFail2banTakesIsTaken(String key, String value) {
        assertThat(check(key, value)).isEmpty();
    }

    @Test
    void aFilterThatDoesNotCompileIsToldWithItsOwnFileAndLine() {
        assertThat(check("filter", "wrong"))
                .containsExactly("filter.d/wrong.conf:1: error: failregex: this cannot be; write a word");
    }

    @ParameterizedTest
    @CsvSource({"auto", "polling", "pyinotify", "gamin", "systemd", "Systemd"})
    void theWaysOfFail2banToGetLinesAreKnown(String backend) {
        assertThat(check("backend", backend)).isEmpty();
    }

    @Test
    void aJailOnTheJournalNeedsNoPath() {
        assertThat(check(Map.of("backend", "systemd", "logpath", ""))).isEmpty();
    }

    @Test
    void aJailThatReadsBansNeedsNoPath() {
        surroundings.define("recidive", "BAN");
        assertThat(check(Map.of("filter", "recidive[_jailname=sshd]", "logpath", "")))
                .isEmpty();
    }

    @Test
    void whatTheJournalDoubtsIsToldWhoeverWroteIt() {
        assertThat(check(Map.of("backend", "systemd", "journalmatch", "doubtful")))
                .containsExactly("jail.local:7: warning: journalmatch: this is doubtful; write another");
        assertThat(check(Map.of("backend", "systemd", "filter", "good[match=doubtful]")))
                .containsExactly("jail.local:7: warning: journalmatch: this is doubtful; write another");
        assertThat(check(Map.of("backend", "auto", "filter", "good[match=doubtful]")))
                .isEmpty();
    }

    @Test
    void aWishThatTheFilterCannotMeetIsAWarning() {
        assertThat(check("resetonsuccess", "yes"))
                .containsExactly(
                        "jail.local:7: warning: resetonsuccess: the filter good knows no line by which access is"
                                + " gained, so nobody is forgiven; put <F-MLFGAINED>...</F-MLFGAINED> into a failregex for it, or"
                                + " take the key out");
        assertThat(check("countby", "user"))
                .containsExactly("jail.local:7: warning: countby: the filter good captures no 'user', so failures count"
                        + " by address; put <F-USER> into its failregex, or write address");
    }

    @Test
    void aWishThatTheFilterMeetsIsFine() {
        surroundings.define("gaining", "^<F-MLFGAINED>in</F-MLFGAINED> (?P<realm>x) <F-ALT_USER>u</F-ALT_USER>$");

        assertThat(check(Map.of("filter", "gaining", "resetonsuccess", "yes", "countby", "user")))
                .isEmpty();
        assertThat(check(Map.of("filter", "gaining", "countby", "realm"))).isEmpty();
        assertThat(check("countby", "network")).isEmpty();
    }
}
