// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** One, five and twenty jails with different stock filters on the one mixed log. */
public final class Filters {
    private static final List<String> NAMES = List.of(
            "sshd",
            "postfix",
            "dovecot",
            "vsftpd",
            "named-refused",
            "pam-generic",
            "proftpd",
            "pure-ftpd",
            "exim",
            "dropbear",
            "apache-auth",
            "nginx-http-auth",
            "mysqld-auth",
            "asterisk",
            "courier-auth",
            "cyrus-imap",
            "roundcube-auth",
            "squid",
            "webmin-auth",
            "xinetd-fail");

    private Filters() {}

    public static void main(String[] arguments) throws Exception {
        Workshop workshop = Workshop.of(arguments);
        List<Long> sizes = workshop.quick() ? List.of(50_000L, 250_000L) : List.of(500_000L, 10_000_000L);
        Results results =
                new Results(workshop.results(), "filters", "jails", "lines", "round", "wall", "processor", "failures");
        for (int round = 1; round <= (workshop.quick() ? 1 : 5); round++) {
            for (long size : sizes) {
                MixedLog.Written log = workshop.log("mixed", size);
                for (int jails : List.of(1, 5, 20)) {
                    read(workshop, log, jails, round, results);
                }
                Files.delete(log.file());
            }
        }
    }

    private static void read(Workshop workshop, MixedLog.Written log, int jails, int round, Results results)
            throws IOException, InterruptedException {
        try (Daemon daemon = new Daemon(workshop.folder(), Jails.of(log, "action = log", NAMES.subList(0, jails)))) {
            Usage usage = daemon.awaitAll(jails, log.failures());
            results.add(
                    jails,
                    log.lines(),
                    round,
                    usage.wall(),
                    usage.processor(),
                    daemon.status().failed());
        }
    }
}
