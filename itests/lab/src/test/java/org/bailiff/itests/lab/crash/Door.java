// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.crash;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RecentList;

/** The jail of the trial: its configuration, its lists in the kernel, and its files. */
final class Door {
    static final String NAME = "door";
    static final int BAN_SECONDS = 3600;

    private static final int LEASE_SECONDS = 60;
    /** What lists have room for. */
    private static final int PLANNED = 98 * 70 / 100;

    private static final String SENTINEL = "100::ba11:1ff";
    private static final String FILTER =
            """
            [Definition]
            failregex = ^ door\\[<F-MLFID>\\d+</F-MLFID>\\]: <F-NOFAIL>client</F-NOFAIL> <HOST>$
                        ^ door\\[<F-MLFID>\\d+</F-MLFID>\\]: wrong key [0-9a-f]+$
                        ^ door\\[<F-MLFID>\\d+</F-MLFID>\\]: <F-NOFAIL><F-MLFFORGET>goodbye</F-MLFFORGET></F-NOFAIL>$
            """;
    private static final String JAIL =
            """
            [sshd]
            enabled = false

            [door]
            enabled = true
            maxretry = %d
            findtime = %d
            bantime = %d
            logpath = %s
            action = xt_recent[list=door, seconds=%d, lists=%d]
            """;

    private final Lab lab;
    private final Firewall firewall;
    private final int lists;

    Door(Lab lab, Firewall firewall, int bans) {
        this.lab = lab;
        this.firewall = firewall;
        this.lists = (bans + PLANNED - 1) / PLANNED;
    }

    void configure() throws IOException {
        lab.configure("filter.d/door.conf", FILTER);
        lab.configure(
                "jail.local",
                JAIL.formatted(
                        Suspect.MAX_RETRY, Suspect.FIND_TIME.toSeconds(), BAN_SECONDS, log(), LEASE_SECONDS, lists));
    }

    /** Its log. */
    Path log() {
        return lab.log().resolveSibling("door.log");
    }

    /** What the daemon keeps of it. */
    Path store() {
        return lab.file("data/jails/door.log");
    }

    /** Lets root make its lists. */
    void makeLists() throws IOException, InterruptedException {
        for (RecentList list : lists()) {
            list.make(LEASE_SECONDS);
            list.giveTo(Account.DAEMON);
        }
    }

    /** Lets root flush the firewall, which removes all lists, and make them again. */
    void flushFirewall() throws IOException, InterruptedException {
        lab.server().run(firewall.iptables(), "-w", "-F");
        lab.server().run(firewall.ip6tables(), "-w", "-F");
        makeLists();
    }

    private List<RecentList> lists() {
        List<RecentList> all = new ArrayList<>();
        for (int number = 1; number <= lists; number++) {
            all.add(lab.list(lists == 1 ? NAME : NAME + "-" + number));
        }
        return all;
    }

    /** Whom the kernel keeps out. */
    Set<InetAddress> keptOut() throws IOException {
        Set<InetAddress> keptOut = new HashSet<>();
        for (RecentList list : lists()) {
            for (String entry : list.entries()) {
                keptOut.add(InetAddress.getByName(entry.substring("src=".length(), entry.indexOf(' '))));
            }
        }
        keptOut.remove(InetAddress.getByName(SENTINEL));
        return keptOut;
    }

    /** What the daemon says of it; empty while it does not know it yet. */
    Optional<JsonObject> status() throws IOException, InterruptedException {
        return lab.daemon().jail(NAME);
    }

    /** Whether it is kept up to where the log is read: a log that is new to a jail has a past that does not count. */
    boolean hasPosition() throws IOException {
        return Files.exists(store()) && Files.readString(store()).contains("\"positions\"");
    }

    /** How large what is kept of it is; 0 if nothing is. */
    long storeSize() throws IOException {
        return Files.exists(store()) ? Files.size(store()) : 0;
    }
}
