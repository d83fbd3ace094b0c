// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bailiff.action.xtrecent.firewall.WantedLists;

/** Whether the kernel has {@code xt_recent}, and holds as many entries as the jails count on. */
final class KernelExamination {
    private static final String SUBJECT = "kernel";

    private final Host host;
    private final WantedLists wanted;
    private final String setUp;

    /**
     * @param setUp the command that sets up all that the jails need
     */
    KernelExamination(Host host, WantedLists wanted, String setUp) {
        this.host = host;
        this.wanted = wanted;
        this.setUp = setUp;
    }

    /** What anybody can see. */
    List<Finding> forAnybody() {
        List<Finding> findings = new ArrayList<>();
        wanted.lists().stream()
                .map(list -> list.settings().root())
                .distinct()
                .map(this::presence)
                .forEach(findings::add);
        int owner = host.parameter("ip_list_uid").orElse(0);
        if (owner != 0) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "every xt_recent list that anybody makes on this host belongs to user " + owner,
                    "ip_list_uid is " + owner,
                    "echo 0 > /sys/module/xt_recent/parameters/ip_list_uid"));
        }
        return findings;
    }

    /** What only root can see. */
    List<Finding> forRoot() {
        List<Finding> findings = new ArrayList<>();
        findings.add(capacity(host.entriesOfAList()));
        if (host.parameter("ip_pkt_list_tot").orElse(0) == 1) {
            findings.add(Finding.wrong(
                    SUBJECT,
                    "the kernel keeps one stamp an entry, so renewals cannot be told from new entries",
                    "ip_pkt_list_tot is 1",
                    host.loadedModule()
                            ? "grep ip_pkt_list_tot /etc/modprobe.d/*.conf shows where it is set: make it 2, and reboot"
                            : onCommandLine("ip_pkt_list_tot", 2)));
        }
        return findings;
    }

    private Finding presence(Path root) {
        if (Files.isDirectory(root)) {
            return Finding.ok(SUBJECT, "xt_recent is there", root.toString());
        }
        return Finding.wrong(
                SUBJECT,
                host.hasModule()
                        ? "xt_recent is there, but its lists are not"
                        : "xt_recent is not loaded: no rule has asked for it yet, or this kernel is without it",
                root + " is missing",
                "modprobe xt_recent");
    }

    private Finding capacity(OptionalInt entries) {
        if (entries.isEmpty()) {
            return Finding.unknown(
                    SUBJECT, "how many entries a list holds cannot be read", "ip_list_tot of xt_recent", "");
        }
        String evidence = "ip_list_tot is " + entries.getAsInt() + ", the jails' capacity " + wanted.capacity();
        return entries.getAsInt() >= wanted.capacity()
                ? Finding.ok(SUBJECT, "a list holds as many entries as the jails count on", evidence)
                : Finding.wrong(
                        SUBJECT,
                        "a list holds fewer entries than the jails count on: the kernel drops the stalest bans unnoticed",
                        evidence,
                        host.loadedModule() ? setUp + " && reboot" : onCommandLine("ip_list_tot", wanted.capacity()));
    }

    /** It cannot be changed while the kernel runs. */
    private static String onCommandLine(String name, int value) {
        return "add xt_recent." + name + "=" + value + " to the kernel's command line, and reboot";
    }
}
