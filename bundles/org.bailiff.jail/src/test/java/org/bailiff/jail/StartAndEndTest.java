// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bailiff.api.Ban;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.bailiff.api.jail.JailListener;
import org.bailiff.jail.fakes.FakeStore;
import org.bailiff.jail.fakes.News;
import org.bailiff.text.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes first when jails begin, and that many of them end as fast as one. */
class StartAndEndTest {
    private static final String LOG = "/var/log/auth.log";

    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final FakeStore store = new FakeStore();
    private final News news = new News();
    private final List<JailService> jails = new ArrayList<>();

    @BeforeEach
    void listen() {
        surroundings.announcements().add(news);
        surroundings.define("sshd", "FAIL");
    }

    @AfterEach
    void end() {
        jails.forEach(jail -> jail.close(false));
        surroundings.close();
    }

    private JailService start(String name) {
        JailService jail = new JailService(name, surroundings, store);
        jails.add(jail);
        Map<String, Setting> settings = Stream.of(
                        "enabled=yes", "filter=sshd", "logpath=" + LOG, "action=fake", "maxretry=1")
                .map(line -> line.split("=", 2))
                .map(pair -> new Setting(pair[0], pair[1], "/etc/bailiff/jail.conf:7"))
                .collect(Collectors.toMap(Setting::key, setting -> setting));
        jail.configure(new JailConfiguration(name, settings));
        news.await("ACTIVE");
        return jail;
    }

    @Test
    void bansAreInForceAgainBeforeAnybodyIsTold() {
        JailService before = start("sshd");
        surroundings.files.write(LOG, "FAIL 192.0.2.7");
        surroundings.files.pump();
        news.await("banned 192.0.2.7");
        before.close(false);
        surroundings.list.out().clear();
        ConcurrentSkipListSet<Network> inForceWhenTold = new ConcurrentSkipListSet<>();
        surroundings.announcements().add(new JailListener() {
            @Override
            public void banned(Ban ban, boolean restored) {
                inForceWhenTold.addAll(surroundings.list.out());
            }
        });

        start("sshd");

        assertThat(news.everHeard("restored 192.0.2.7")).isTrue();
        assertThat(inForceWhenTold).containsExactly(Network.parse("192.0.2.7"));
    }

    @Test
    void whenAllEndNoneWaitsForAnother() {
        start("one");
        start("two");
        CountDownLatch atTheirEnd = new CountDownLatch(2);
        CountDownLatch ended = new CountDownLatch(2);
        // Each can only end if the other is about to.
        surroundings.list.atStop(() -> {
            atTheirEnd.countDown();
            if (reached(atTheirEnd)) {
                ended.countDown();
            }
        });

        surroundings.endAll();

        assertThat(reached(ended)).isTrue();
    }

    @Test
    void anEndThatHangsIsNotWaitedForBeyondWhatAllHaveTogether() {
        JailService one = start("one");
        JailService two = start("two");
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(2);
        surroundings.list.atStop(() -> {
            try {
                never.await();
            } catch (InterruptedException asked) {
                interrupted.countDown();
            }
        });

        surroundings.endAll();
        one.close(false);
        two.close(false);

        assertThat(reached(interrupted)).isTrue();
    }

    private static boolean reached(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            return false;
        }
    }
}
