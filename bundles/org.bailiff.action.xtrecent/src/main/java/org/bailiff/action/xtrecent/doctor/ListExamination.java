// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.action.xtrecent.firewall.WantedLists.WantedList;
import org.bailiff.action.xtrecent.list.KernelFile;
import org.bailiff.action.xtrecent.list.ListSettings;
import org.bailiff.action.xtrecent.list.Listing;
import org.bailiff.action.xtrecent.list.RecentFile;

/** Whether one list is there, the daemon's, and has room. */
final class ListExamination {
    private final ListSettings list;
    private final String subject;
    private final DaemonUser user;
    private final Installation installation;

    ListExamination(WantedList wanted, DaemonUser user, Installation installation) {
        this.list = wanted.settings();
        this.subject = subject(wanted);
        this.user = user;
        this.installation = installation;
    }

    static String subject(WantedList wanted) {
        return "list " + wanted.settings().name() + " of " + String.join(", ", wanted.jails());
    }

    List<Finding> findings() {
        try {
            PosixFileAttributes attributes = Files.readAttributes(list.path(), PosixFileAttributes.class);
            List<Finding> findings = new ArrayList<>();
            findings.add(right(attributes));
            strangers(attributes).ifPresent(findings::add);
            findings.add(room());
            proof().ifPresent(findings::add);
            return findings;
        } catch (NoSuchFileException missing) {
            return List.of(Finding.wrong(
                    subject,
                    "there is no such list: no firewall rule names it, and nobody is kept out",
                    list.path() + " is missing",
                    installation.firewall(user.name())));
        } catch (IOException | UnsupportedOperationException unreadable) {
            return List.of(Finding.unknown(subject, "it cannot be examined", unreadable.toString(), ""));
        }
    }

    private Finding right(PosixFileAttributes attributes) {
        String evidence = "owner " + attributes.owner().getName() + ", group "
                + attributes.group().getName() + ", mode " + PosixFilePermissions.toString(attributes.permissions());
        String chown = "chown " + ShellWord.of(user.name()) + " "
                + ShellWord.of(list.path().toString());
        return switch (user.mayWrite(list.path(), attributes)) {
            case YES -> Finding.ok(subject, "it is there, and user " + user.name() + " may write it", evidence);
            case NO ->
                Finding.wrong(
                        subject, "user " + user.name() + " may not write it, so no ban reaches it", evidence, chown);
            case UNKNOWN ->
                Finding.unknown(
                        subject,
                        "user " + user.name() + " may write it if in group "
                                + attributes.group().getName() + "; run the doctor as that user",
                        evidence,
                        chown);
        };
    }

    private Optional<Finding> strangers(PosixFileAttributes attributes) {
        if (!attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
            return Optional.empty();
        }
        return Optional.of(Finding.warning(
                subject,
                "any user may write it: ban whom he likes, and let everybody in",
                "mode " + PosixFilePermissions.toString(attributes.permissions()),
                "chmod o-w " + ShellWord.of(list.path().toString())));
    }

    private Finding room() {
        RecentFile file = new KernelFile(list.path());
        try (RecentFile.Reader reader = file.openForReading()) {
            return room(Listing.read(reader, Long.MAX_VALUE).size());
        } catch (IOException unreadable) {
            return Finding.unknown(subject, "how full it is cannot be read", unreadable.toString(), "");
        }
    }

    private Finding room(int entries) {
        String evidence = entries + " entries, capacity " + list.capacity();
        String mend =
                "give its jail more lists (lists=N in xt_recent[...]) or more room (ip_list_tot, and capacity=), then "
                        + installation.firewall(user.name());
        if (entries >= list.capacity()) {
            return Finding.wrong(
                    subject, "it is full: the kernel drops the stalest entry for a new one", evidence, mend);
        }
        // The daemon keeps one free: at the last but one it takes bans out.
        if (entries >= list.capacity() - 1 || entries * 10L >= list.capacity() * 9L) {
            return Finding.warning(
                    subject, "it is nearly full: the bans that end first are taken out for new ones", evidence, mend);
        }
        return Finding.ok(subject, "it has room", evidence);
    }

    private Optional<Finding> proof() {
        Path hits = list.root().resolve(list.hitsName());
        if (Files.exists(hits)) {
            return Optional.empty();
        }
        return Optional.of(Finding.warning(
                subject,
                "no rule notes what it drops, so it cannot be proved that a ban is in force",
                hits + " is missing",
                installation.firewall(user.name())));
    }
}
