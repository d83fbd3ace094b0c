// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.ADMINISTRATOR;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.HelpText;
import org.bailiff.control.CommandTable;
import org.bailiff.control.fake.CommandLine;
import org.bailiff.control.fake.FakeAudit;
import org.bailiff.control.fake.FakeFilters;
import org.bailiff.control.fake.FakeIgnoreList;
import org.bailiff.control.fake.FakeJail;
import org.bailiff.control.fake.FakeJails;
import org.bailiff.control.fake.FakeSettings;
import org.bailiff.control.fake.FakeStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is true of every verb of the daemon. */
class EveryVerbTest {
    private final FakeJails jails = new FakeJails(new FakeJail("sshd"));
    private final CurrentSettings settings = new CurrentSettings();
    private final FakeFilters filters = new FakeFilters();
    private final FakeAudit audit = new FakeAudit();
    private final Command[] verbs;
    private final CommandLine commandLine;

    EveryVerbTest() {
        settings.bind(new FakeSettings());
        verbs = new Command[] {
            new CommandTable().find("help").orElseThrow(),
            new AuditVerb(limit -> List.of(), Clock.systemUTC()),
            new BanVerb(jails),
            new BannedVerb(jails),
            new ConfigVerb(jails, settings, List::of),
            new DisableVerb(jails, settings),
            new EnableVerb(jails, settings),
            new ExplainVerb(jails),
            new FilterVerb(filters, filters),
            new IgnoreVerb(jails, new FakeIgnoreList()),
            new LoglevelVerb(audit),
            new PauseVerb(jails, settings),
            new PingVerb(),
            new ReloadVerb(settings),
            new ResumeVerb(jails, settings),
            new SetVerb(jails, settings),
            new StatsVerb(jails),
            new StatusVerb(jails, new FakeStore(), settings, new CurrentPlugIns()),
            new StopVerb(jails, audit, code -> {}),
            new UnbanVerb(jails),
            new UnsetVerb(jails, settings),
            new VersionVerb("1.2.3"),
            new WhyVerb(jails)
        };
        commandLine = new CommandLine(verbs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit",
                "ban sshd 192.0.2.7",
                "banned",
                "config",
                "disable sshd",
                "enable sshd",
                "explain sshd line",
                "filter",
                "filter show sshd",
                "filter validate sshd --text good",
                "filter deploy sshd --text good",
                "filter rollback sshd",
                "filter undeploy sshd",
                "help",
                "ignore",
                "ignore add 192.0.2.7",
                "ignore check 192.0.2.7",
                "loglevel",
                "loglevel info org.bailiff.control.some.test",
                "pause sshd",
                "ping",
                "reload",
                "resume sshd",
                "set sshd maxretry 3",
                "stats",
                "status",
                "status sshd",
                "stop",
                "unban 192.0.2.7",
                "unban --all",
                "unset sshd maxretry",
                "version",
                "why 192.0.2.7",
                "why 192.0.2.0/24"
            })
    void itAnswersInJson(String typed) {
        List<String> words = List.of((typed + " --json").split(" "));

        int code = commandLine.type(
                ADMINISTRATOR, words.get(0), words.subList(1, words.size()).toArray(String[]::new));

        assertThat(code).as(String.join("\n", commandLine.err)).isZero();
        assertThat(commandLine.json().keySet()).isNotEmpty();
    }

    @Test
    void theListAboveIsThatOfTheHelps() throws Exception {
        String[] typed = EveryVerbTest.class
                .getDeclaredMethod("itAnswersInJson", String.class)
                .getAnnotation(ValueSource.class)
                .strings();
        Set<String> named =
                Arrays.stream(typed).map(words -> words.split(" ")[0]).collect(Collectors.toCollection(TreeSet::new));

        assertThat(helps()).isEqualTo(named).hasSameSizeAs(verbs);
    }

    private static Set<String> helps() throws Exception {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString().replace(HelpText.SUFFIX, ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(PingVerb.class
                        .getResource("/" + HelpText.FOLDER + "ping.txt")
                        .toURI())
                .getParent();
    }
}
