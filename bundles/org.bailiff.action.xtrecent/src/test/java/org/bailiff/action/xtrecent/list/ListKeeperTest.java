// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;

class ListKeeperTest {
    private final Jails jails = new Jails(Map.of());

    @Test
    void bansAreWrittenAsSoonAsTheListAppears() {
        Jails early = new Jails(Map.of(), false);
        early.ban("192.0.2.7");
        early.round();

        early.kernel.exists = true;
        early.round();

        assertThat(early.kernel.listed()).containsExactly("192.0.2.7");
        assertThat(early.listener.states)
                .extracting(ActionStatus::state)
                .containsExactly(ActionStatus.State.WAITING, ActionStatus.State.READY);
    }

    @Test
    void aListThatWasRemovedAndMadeAnewIsFilledAgainWithinARound() {
        jails.ban("192.0.2.7");
        jails.ban("2001:db8::7");
        jails.round();

        jails.kernel.makeAnew();
        jails.round();

        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7", "2001:db8::7");
        assertThat(jails.listener.delisted).isEmpty();
    }

    @Test
    void aListMadeAnewForRootOnlyIsStatedAndFilledOnceItIsHandedOver() {
        jails.ban("192.0.2.7");
        jails.round();
        jails.kernel.makeAnew();
        jails.kernel.denied = true;
        jails.round();
        assertThat(jails.list.status(jails.sshd))
                .extracting(ActionStatus::state, status -> status.entries().pending())
                .containsExactly(ActionStatus.State.FAILED, 1L);

        jails.kernel.denied = false;
        jails.round();

        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7");
        assertThat(jails.list.status(jails.sshd).state()).isEqualTo(ActionStatus.State.READY);
    }

    @Test
    void anUnbanDuringAMissingRightIsMadeUpFor() {
        jails.kernel.add("192.0.2.7");
        jails.kernel.denied = true;
        Jails late = jails;
        late.lists.leave(late.settings, late.sshd, false);
        RecentList list = late.lists.join(late.settings, late.sshd);

        list.unban(late.sshd, Address.parse("192.0.2.7"));
        assertThat(late.kernel.listed()).containsExactly("192.0.2.7");
        late.kernel.denied = false;
        late.round();

        assertThat(late.kernel.listed()).isEmpty();
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
    void everyLeaseIsRenewedWithinHalfOfIt() {
        Jails brief = new Jails(Map.of("seconds", "60"));
        List<String> addresses = new ArrayList<>();
        for (int number = 1; number <= 90; number++) {
            addresses.add("192.0.2." + number);
            brief.ban("192.0.2." + number);
        }

        for (int second = 0; second < 300; second++) {
            brief.round();
            brief.round();
            assertThat(addresses).allSatisfy(address -> assertThat(leaseAge(brief, address))
                    .isLessThanOrEqualTo(Duration.ofSeconds(30)));
        }
        assertThat(brief.kernel.listed()).hasSize(90);
    }

    /** From the explanation, which names the age in whole units. */
    private static Duration leaseAge(Jails jails, String address) {
        String renewed = jails.explain(address).replaceAll(".*renewed (\\d+) s ago.*", "$1");
        return Duration.ofSeconds(Long.parseLong(renewed));
    }

    @Test
    void renewalsAreSpread() {
        Jails brief = new Jails(Map.of("seconds", "80"));
        for (int number = 1; number <= 60; number++) {
            brief.ban("192.0.2." + number);
        }
        brief.round();
        for (int round = 0; round < 60; round++) {
            int before = brief.kernel.changes.size();
            brief.round();
            // 60 leases in 30 seconds are one a round, and one for the sentinel.
            assertThat(brief.kernel.changes.size() - before).isBetween(1, 3);
        }
    }

    @Test
    void theSentinelIsTheNewestEntryAfterEveryRound() {
        jails.ban("192.0.2.7");
        jails.round();

        assertThat(jails.kernel.newest()).isEqualTo(Sentinel.ADDRESS);
    }

    @Test
    void aRoundWithNothingToDoWritesNothing() {
        jails.ban("192.0.2.7");
        jails.round();
        int before = jails.kernel.changes.size();

        jails.round();

        assertThat(jails.kernel.changes).hasSize(before);
    }

    @Test
    void foreignEntriesStayAndTakeUpRoom() {
        Jails small = new Jails(Map.of("capacity", "5"));
        small.kernel.capacity = 5;
        small.ban("192.0.2.1", 10);
        small.ban("192.0.2.2", 20);
        small.ban("192.0.2.3", 30);
        small.kernel.add("198.51.100.1");

        small.round();

        assertThat(small.listener.evicted).containsExactly("192.0.2.1");
        assertThat(small.kernel.listed()).containsExactly("192.0.2.2", "192.0.2.3", "198.51.100.1");
    }

    @Test
    void whatIsStalerThanAllOfOursTakesUpNoRoomForTheKernelDropsItFirst() {
        Jails small = new Jails(Map.of("capacity", "5"), false);
        small.kernel.exists = true;
        small.kernel.capacity = 5;
        small.kernel.add("198.51.100.1");
        small.round();

        small.ban("192.0.2.1", 10);
        small.ban("192.0.2.2", 20);
        small.ban("192.0.2.3", 30);
        small.round();

        assertThat(small.listener.evicted).isEmpty();
        assertThat(small.kernel.listed()).contains("192.0.2.1", "192.0.2.2", "192.0.2.3");
    }

    @Test
    void aListOfManyChunksIsReadWhole() {
        Jails large = new Jails(Map.of("capacity", "1000"));
        large.kernel.capacity = 1000;
        for (int number = 0; number < 500; number++) {
            large.ban("10.0." + number / 250 + "." + number % 250);
        }
        large.round();

        large.kernel.delist("10.0.1.100");
        large.round();
        large.round();

        assertThat(large.explain("10.0.0.1")).contains("read back");
        assertThat(large.listener.delisted).containsExactly("10.0.1.100");
    }

    @Test
    void theStateIsToldOnceAChange() {
        jails.kernel.remove();
        jails.round();
        jails.round();
        jails.round();

        assertThat(jails.listener.states).hasSize(1);
    }
}
