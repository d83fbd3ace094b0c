// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;

/** What is made of entries that should be in the list and are not. */
class MissingEntriesTest {
    private final Jails jails = new Jails(Map.of());

    @Test
    void anAddressTakenOutByHandIsAnUnbanAfterTwoLooks() {
        jails.ban("192.0.2.7");
        jails.ban("192.0.2.8");
        jails.round();

        jails.kernel.delist("192.0.2.7");
        jails.round();
        assertThat(jails.listener.delisted).isEmpty();
        jails.round();

        assertThat(jails.listener.delisted).containsExactly("192.0.2.7");
        assertThat(jails.kernel.listed()).containsExactly("192.0.2.8");
        assertThat(jails.explain("192.0.2.7")).isEqualTo("not in the list bailiff-sshd");
    }

    @Test
    void addressesTakenOutByHandOneAfterTheOtherAreAllUnbans() {
        jails.ban("192.0.2.7");
        jails.ban("192.0.2.8");
        jails.ban("192.0.2.9");
        jails.round();
        jails.round();

        jails.kernel.delist("192.0.2.7");
        jails.round();
        jails.round();
        jails.unban("192.0.2.7");
        jails.kernel.delist("192.0.2.8");
        jails.round();
        jails.round();

        assertThat(jails.listener.delisted).containsExactly("192.0.2.7", "192.0.2.8");
        assertThat(jails.kernel.listed()).containsExactly("192.0.2.9");
    }

    @Test
    void anAddressThatWasPushedOutIsPutBackAlthoughAnotherIsTakenOutByHand() {
        jails.kernel.capacity = 4;
        for (int number = 1; number <= 3; number++) {
            jails.ban("192.0.2." + number);
            jails.round();
        }

        jails.ban("192.0.2.4");
        assertThat(jails.kernel.listed()).doesNotContain("192.0.2.1");
        jails.kernel.delist("192.0.2.3");
        jails.round();
        jails.round();

        assertThat(jails.listener.delisted).containsExactly("192.0.2.3");
        assertThat(jails.kernel.listed()).contains("192.0.2.1");
    }

    @Test
    void aRenewalThatRevivedAnAddressTakenOutByHandIsUndone() {
        Jails brief = new Jails(Map.of("seconds", "4"));
        brief.ban("192.0.2.7");
        brief.ban("192.0.2.8");
        for (int round = 0; round < 6; round++) {
            brief.round();
        }

        // Between a round's look and its renewal somebody delists the address; the renewal then revives it.
        brief.kernel.delist("192.0.2.7");
        brief.kernel.add("192.0.2.7");
        brief.round();

        assertThat(brief.listener.delisted).containsExactly("192.0.2.7");
        assertThat(brief.kernel.listed()).containsExactly("192.0.2.8");
    }

    @Test
    void aFlushedListIsFilledAgainWithinARound() {
        jails.ban("192.0.2.7");
        jails.ban("192.0.2.8");
        jails.round();

        jails.kernel.flush();
        jails.round();

        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7", "192.0.2.8");
        assertThat(jails.listener.delisted).isEmpty();
    }

    @Test
    void aFlushThatABanHidIsToldByTheSentinelsOnlyStamp() {
        jails.ban("192.0.2.7");
        jails.round();
        jails.ban("192.0.2.8");
        jails.round();

        jails.kernel.flush();
        jails.kernel.add("100::ba11:1ff");
        jails.round();

        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7", "192.0.2.8");
    }

    @Test
    void aFlushThatFollowsAnotherAtOnceIsNoDelisting() {
        jails.ban("192.0.2.7");
        jails.round();
        jails.kernel.flush();
        jails.ban("192.0.2.8");
        jails.ban("192.0.2.9");
        jails.ban("192.0.2.10");
        jails.round();

        // Before the round wrote the sentinel.
        jails.kernel.flush();
        jails.kernel.add("100::ba11:1ff");
        jails.round();
        jails.round();

        assertThat(jails.listener.delisted).isEmpty();
        assertThat(jails.kernel.listed()).hasSize(4);
    }

    @Test
    void aFlushAfterAWriteThatFailedOnceIsNoDelisting() {
        jails.round();
        jails.kernel.failures = 1;
        jails.ban("192.0.2.7");
        jails.round();

        jails.kernel.flush();
        jails.kernel.add("100::ba11:1ff");
        jails.round();
        jails.round();

        assertThat(jails.listener.delisted).isEmpty();
        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7");
    }

    @Test
    void delistingsWhileBansArriveAreNoSignOfASmallerList() {
        for (int number = 1; number <= 4; number++) {
            jails.ban("192.0.2." + number);
            jails.round();
        }

        for (int number = 1; number <= 4; number++) {
            jails.kernel.delist("192.0.2." + number);
            jails.ban("198.51.100." + number);
            jails.round();
            jails.round();
        }

        assertThat(jails.listener.evicted).isEmpty();
        assertThat(jails.list.status(jails.sshd).entries().max()).isEqualTo(98);
    }

    @Test
    void delistingsWhileMemoryIsShortAreNoSignOfASmallerList() {
        for (int number = 1; number <= 6; number++) {
            jails.ban("192.0.2." + number);
            jails.round();
        }
        jails.kernel.swallowed.add(Address.parse("198.51.100.1"));
        jails.ban("198.51.100.1");
        jails.round();

        for (int number = 1; number <= 6; number++) {
            jails.kernel.delist("192.0.2." + number);
            jails.round();
        }
        jails.round();

        assertThat(jails.listener.evicted).isEmpty();
        assertThat(jails.list.status(jails.sshd).entries().max()).isEqualTo(98);
    }

    @Test
    void anEntryForWhichTheKernelHadNoMemoryIsWrittenAgain() {
        jails.kernel.swallowed.add(Address.parse("192.0.2.7"));
        jails.ban("192.0.2.7");
        jails.round();
        assertThat(jails.kernel.listed()).isEmpty();

        jails.kernel.swallowed.clear();
        jails.round();

        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7");
        assertThat(jails.listener.delisted).isEmpty();
    }

    @Test
    void aKernelThatKeepsFewerThanConfiguredIsNoticedAndTheBansThatEndLastStay() {
        Jails brief = new Jails(Map.of("seconds", "20"));
        brief.kernel.capacity = 4;
        for (int number = 1; number <= 5; number++) {
            brief.ban("192.0.2." + number, number);
            brief.round();
        }
        for (int round = 0; round < 300; round++) {
            brief.round();
        }

        assertThat(brief.listener.delisted).isEmpty();
        // The kernel keeps 4: two are for bans, and those that end last stay.
        assertThat(brief.listener.evicted).containsExactlyInAnyOrder("192.0.2.1", "192.0.2.2", "192.0.2.3");
        assertThat(brief.kernel.listed()).containsExactly("192.0.2.4", "192.0.2.5");
        assertThat(brief.listener.notices)
                .anySatisfy(notice -> assertThat(notice.message()).contains("write capacity=4"));
    }

    @Test
    void bansThatAreToBeWrittenAgainDoNotTakeUpTheRoomOfOthers() {
        Jails small = new Jails(Map.of("capacity", "6"));
        small.round();
        small.ban("192.0.2.1", 10);
        small.ban("192.0.2.2", 20);
        small.kernel.failures = 1;
        small.ban("192.0.2.3", 30);

        small.round();

        assertThat(small.listener.evicted).isEmpty();
        assertThat(small.kernel.listed()).containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3");
    }
}
