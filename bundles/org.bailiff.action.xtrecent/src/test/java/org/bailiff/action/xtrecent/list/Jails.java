// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.action.Proof;
import org.bailiff.text.Address;

/** Lists with a fake kernel below and a jail {@code sshd} above; another jail can be added. */
final class Jails {
    final ManualTime time = new ManualTime();
    final FakeKernelList kernel = new FakeKernelList(time);
    /** Where the rule notes what it drops; not there unless a test says so. */
    final FakeKernelList hits = new FakeKernelList(time);

    final RecentLists lists = new RecentLists(this::file, new KeptList.Times(time, time));
    final RecordingListener listener = new RecordingListener();
    final Holder sshd = new Holder("sshd", listener);
    final ListSettings settings;
    final RecentList list;

    Jails(Map<String, String> parameters) {
        this(parameters, true);
    }

    Jails(Map<String, String> parameters, boolean exists) {
        kernel.exists = exists;
        hits.exists = false;
        settings = RecentSettings.of("sshd", parameters, false).addresses().get(0);
        list = lists.join(settings, sshd);
    }

    private RecentFile file(Path path) {
        return path.toString().endsWith(ListSettings.HITS_SUFFIX) ? hits : kernel;
    }

    Enforcement ban(String address) {
        return list.ban(sshd, Address.parse(address), Instant.MAX);
    }

    /** Bans until so many minutes from the start on. */
    Enforcement ban(String address, int minutes) {
        return list.ban(sshd, Address.parse(address), end(minutes));
    }

    Instant end(int minutes) {
        return Instant.parse("2026-11-01T12:00:00Z").plus(Duration.ofMinutes(minutes));
    }

    void unban(String address) {
        list.unban(sshd, Address.parse(address));
    }

    /** A round of maintenance, half a second after the last. */
    void round() {
        time.pass(Duration.ofMillis(500));
        lists.round();
    }

    String explain(String address) {
        return prove(address).sentence();
    }

    Proof prove(String address) {
        return list.prove(sshd, Address.parse(address));
    }
}
