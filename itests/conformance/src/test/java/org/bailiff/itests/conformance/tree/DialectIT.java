// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bailiff.dialect.TimeSpan;
import org.bailiff.itests.conformance.Oracle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The corners of the dialect, in which an administrator's own files may stand. */
class DialectIT {
    /** A jail needs these, and nothing of them matters here. */
    private static final String ANY = "enabled = yes\nfilter =\nfailregex = x <HOST>\nlogpath = /etc/passwd\n";

    private static final String LOCAL =
            """
            [DEFAULT]
            findtime = 15m
            base = 7
            ignoreip = 192.0.2.1, 192.0.2.2
              2001:db8::1

            [refers]
            %1$smaxretry = %%(base)s
            findtime = %%(default/findtime)s
            bantime = %%(shares/bantime)s

            [shares]
            %1$sbantime = 1h30m
            ignoreip = %%(known/ignoreip)s 192.0.2.3

            [LETTERS]
            %1$sMaxRetry = 11
            BANTIME : 2h ; a comment
            # another
            findtime =
                33

            [extended]
            %1$smaxretry = 3
            bantime = 4m

            [under_DEFAULT]
            %1$s

            [off]
            enabled = no

            [lone]
            enabled = On
            filter = lone
            logpath = /etc/passwd

            [folder]
            enabled = 1
            filter = folder
            logpath = /etc/passwd
            """
                    .formatted(ANY);

    private static final Map<String, Fail2banJail> FAIL2BAN = new TreeMap<>();
    private static final Map<String, BailiffJail> BAILIFF = new TreeMap<>();

    @BeforeAll
    static void read() throws Exception {
        Oracle.require();
        try (Tree tree = Tree.with(LOCAL)) {
            tree.file("jail.d/b.conf", "[extended]\nmaxretry = 1\nfindtime = 1\nbantime = 1\n")
                    .file("jail.d/a.local", "[extended]\nbantime = %(known/bantime)s30s\n")
                    .file("jail.d/b.local", "[DEFAULT]\nmaxretry = 21\n")
                    .file("filter.d/lone.local", "[Definition]\nfailregex = ^lone <ADDR>$\n")
                    .file("filter.d/folder.d/one.conf", "[Definition]\nfailregex = ^folder <ADDR>$\n");
            FAIL2BAN.putAll(Fail2banJail.of(tree));
            Set<String> names = new HashSet<>(FAIL2BAN.keySet());
            names.add("off");
            BAILIFF.putAll(BailiffJail.of(tree, names));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"refers", "shares", "LETTERS", "extended", "under_DEFAULT", "lone", "folder"})
    void aJailIsTheSame(String name) {
        Fail2banJail theirs = FAIL2BAN.get(name);
        BailiffJail ours = BAILIFF.get(name);

        assertThat(ours.value("maxretry", "")).isEqualTo(theirs.one("maxretry").orElseThrow());
        for (String time : List.of("findtime", "bantime")) {
            assertThat(TimeSpan.parseSeconds(ours.value(time, "")))
                    .as(time)
                    .isEqualTo(TimeSpan.parseSeconds(theirs.one(time).orElseThrow()));
        }
        assertThat(ours.value("ignoreip", "").split("[\\s,]+"))
                .containsExactly(theirs.all("addignoreip").toArray(String[]::new));
    }

    @Test
    void aJailThatIsOffIsOff() {
        assertThat(FAIL2BAN).doesNotContainKey("off");
        assertThat(BAILIFF.get("off").value("enabled", "")).isEqualTo("no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "600",
                "10m",
                "1h30m",
                "1d12h",
                "1d 12h",
                "2mo",
                "1.5h",
                ".5h",
                "1y",
                "1w",
                "2weeks",
                "1 day",
                "2years",
                "-1",
                "-10m",
                "1day1hour",
                "1h+30m",
                "1d-12h",
                "10 m",
                "1month",
                "10sec",
                "10ss",
                "1H",
                "1MO",
                "1d1",
                "60 60",
                "60*60*24",
                "1m30",
                "1ye",
                "1yea",
                "1hou",
                "7da",
                "+5m",
                "5 min 3 sec",
                "3mi",
                "2we",
                "2wee",
                "1mm",
                "1dd",
                "1hh",
                "1yy",
                "2months",
                "0"
            })
    void aTimeIsTheSame(String written) throws Exception {
        String theirs = Commands.output(List.of("fail2ban-client", "--str2sec", written));

        assertThat(TimeSpan.parseSeconds(written)).isEqualTo(Math.round(Double.parseDouble(theirs.strip())));
    }
}
