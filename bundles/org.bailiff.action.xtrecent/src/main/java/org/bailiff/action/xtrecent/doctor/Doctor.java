// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.net.SocketException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.bailiff.action.xtrecent.doctor.rules.Programs;
import org.bailiff.action.xtrecent.doctor.rules.RulesExamination;
import org.bailiff.action.xtrecent.firewall.WantedLists;
import org.bailiff.action.xtrecent.firewall.WantedLists.WantedList;
import org.bailiff.action.xtrecent.list.KernelFile;
import org.bailiff.action.xtrecent.list.ListSettings;
import org.bailiff.text.Address;

/** Examines a host for the lists that the configured jails want. */
final class Doctor {
    private final Host host;
    private final Installation installation;
    private final Programs programs;

    Doctor(Host host, Installation installation, Programs programs) {
        this.host = host;
        this.installation = installation;
        this.programs = programs;
    }

    /**
     * Everything that can be found out with the caller's rights.
     *
     * @param root whether these are root's
     */
    List<Finding> examine(WantedLists wanted, DaemonUser user, boolean root, boolean selfTest) {
        List<Finding> findings = new ArrayList<>(new NamespaceExamination(host).findings());
        new DaemonExamination(installation, user).finding().ifPresent(findings::add);
        if (wanted.lists().isEmpty()) {
            return findings;
        }
        KernelExamination kernel = new KernelExamination(host, wanted, installation.firewall(user.name()));
        findings.addAll(kernel.forAnybody());
        findings.addAll(root ? kernel.forRoot() : List.of());
        findings.addAll(user(user));
        wanted.lists().forEach(list -> findings.addAll(new ListExamination(list, user, installation).findings()));
        findings.addAll(root ? rules(wanted, user) : List.of(whatRootSees(user)));
        findings.addAll(selfTest ? selfTests(wanted) : List.of());
        return findings;
    }

    private List<Finding> user(DaemonUser user) {
        if (user.principal(host.proc()).isPresent()) {
            return List.of();
        }
        return List.of(Finding.wrong(
                "daemon's user",
                "there is no user " + user.name() + "; name the daemon's with --user, or make it",
                "",
                "useradd --system " + ShellWord.of(user.name())));
    }

    private List<Finding> rules(WantedLists wanted, DaemonUser user) {
        List<ListSettings> lists =
                wanted.lists().stream().map(WantedList::settings).toList();
        return new RulesExamination(lists, host.hasIpv6(), programs, installation.firewall(user.name())).findings();
    }

    private Finding whatRootSees(DaemonUser user) {
        return Finding.unknown(
                "firewall",
                "only root sees the rules, their order and seconds, and how many entries the kernel lets a list hold",
                "",
                installation.doctor(user.name()));
    }

    private List<Finding> selfTests(WantedLists wanted) {
        OptionalInt entries = host.entriesOfAList();
        try {
            Set<Address> ours = SpareAddress.ofThisHost();
            return wanted.lists().stream()
                    .map(WantedList::settings)
                    .filter(list -> Files.isWritable(list.path()))
                    .map(list -> new SelfTest(list, new KernelFile(list.path()), ours, entries).run())
                    .toList();
        } catch (SocketException unknown) {
            return List.of(Finding.unknown(
                    "self-test", "left out: the host's own addresses cannot be read", unknown.toString(), ""));
        }
    }
}
