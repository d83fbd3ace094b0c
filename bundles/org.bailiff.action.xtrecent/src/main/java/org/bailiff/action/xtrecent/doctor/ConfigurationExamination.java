// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.action.xtrecent.firewall.WantedLists;
import org.bailiff.api.config.JailConfiguration;

/** Whether there are jails to examine the host for. Only what keeps the doctor from it: the rest is for {@code check}. */
final class ConfigurationExamination {
    private static final String SUBJECT = "configuration";

    private final List<JailConfiguration> jails;
    private final WantedLists wanted;
    private final Installation installation;

    ConfigurationExamination(List<JailConfiguration> jails, WantedLists wanted, Installation installation) {
        this.jails = jails;
        this.wanted = wanted;
        this.installation = installation;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (!Files.isDirectory(installation.etc())) {
            findings.add(Finding.wrong(
                    SUBJECT, "there is no such folder", installation.etc().toString(), ""));
        }
        jails.stream().filter(WantedLists::isEnabled).forEach(jail -> jail.value(JailConfiguration.ERROR)
                .ifPresent(error -> findings.add(wrong("jail " + jail.name() + ": " + error))));
        wanted.problems().forEach(problem -> findings.add(wrong(problem)));
        if (findings.isEmpty() && wanted.lists().isEmpty()) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "no enabled jail bans with xt_recent, so there is nothing to examine",
                    installation.etc().toString(),
                    installation.check()));
        }
        return findings;
    }

    private Finding wrong(String problem) {
        return Finding.wrong(SUBJECT, problem, "", installation.check());
    }
}
