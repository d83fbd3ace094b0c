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
    void anUnbanThatFailedIsMadeUpFor() {
        jails.ban("192.0.2.7");
        jails.round();
        jails.kernel.failures = 2;

        jails.unban("192.0.2.7");
        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7");
        jails.round();

        assertThat(jails.kernel.listed()).isEmpty();
    }

    @Test
    void moreUnbansThanTheListHoldsAreMadeUpFor() {
        Jails small = new Jails(Map.of("capacity", "4"));
        small.kernel.denied = true;
        small.lists.leave(small.settings, small.sshd, false);
        RecentList list = small.lists.join(small.settings, small.sshd);
        small.kernel.add("192.0.2.1");
        small.kernel.add("192.0.2.9");

        for (int number = 1; number <= 9; number++) {
            list.unban(small.sshd, Address.parse("192.0.2." + number));
        }
        small.kernel.denied = false;
        small.round();

        assertThat(small.kernel.listed()).isEmpty();
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
