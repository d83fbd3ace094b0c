// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jails' threads and the maintenance thread on one list. */
@Timeout(60)
class ManyThreadsTest {
    private static final int STEPS = 20_000;
    private static final int ADDRESSES = 60;

    private final Jails jails = new Jails(Map.of("seconds", "4", "capacity", "1000"));

    @Test
    void theListEndsAsTheJailsWantIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Holder nginx = new Holder("nginx", new RecordingListener());
        jails.lists.join(jails.settings, nginx);
        Future<TreeSet<Address>> first = threads.submit(script(jails.sshd, 1));
        Future<TreeSet<Address>> second = threads.submit(script(nginx, 2));

        while (!first.isDone() || !second.isDone()) {
            jails.round();
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

        TreeSet<Address> wanted = first.get();
        wanted.addAll(second.get());
        assertThat(jails.kernel.listed())
                .containsExactlyElementsOf(
                        wanted.stream().map(Address::toString).toList());
        assertThat(jails.listener.delisted).isEmpty();
        assertThat(jails.listener.evicted).isEmpty();
    }

    /** Bans and unbans at random; the answer is who is banned in the end. */
    private Callable<TreeSet<Address>> script(Holder holder, long seed) {
        Random random = new Random(seed);
        return () -> {
            TreeSet<Address> banned = new TreeSet<>();
            for (int step = 0; step < STEPS; step++) {
                Address address = Address.parse("192.0.2." + random.nextInt(ADDRESSES));
                if (banned.remove(address)) {
                    jails.list.unban(holder, address);
                } else {
                    banned.add(address);
                    jails.list.ban(holder, address, jails.end(random.nextInt(100)));
                }
            }
            return banned;
        };
    }
}
