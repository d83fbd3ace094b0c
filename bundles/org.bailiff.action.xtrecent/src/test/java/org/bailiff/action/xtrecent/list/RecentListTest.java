// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Enforcement;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;

class RecentListTest {
    private final Jails jails = new Jails(Map.of());

    @Test
    void aBanIsWrittenBeforeItIsAnswered() {
        Enforcement enforcement = jails.ban("192.0.2.7");

        assertThat(enforcement).isEqualTo(Enforcement.IN_FORCE);
        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7");
    }

    @Test
    void bothFamiliesStandInOneList() {
        jails.ban("192.0.2.7");
        jails.ban("2001:DB8:0::7");

        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7", "2001:db8::7");
    }

    @Test
    void anUnbanTakesTheEntryOut() {
        jails.ban("192.0.2.7");

        jails.unban("192.0.2.7");

        assertThat(jails.kernel.listed()).isEmpty();
    }

    @Test
    void anUnbanTakesOutWhatIsLeftFromBeforeARestart() {
        jails.kernel.add("192.0.2.7");

        jails.unban("192.0.2.7");

        assertThat(jails.kernel.listed()).isEmpty();
    }

    @Test
    void aSecondBanOfTheSameAddressWritesNothing() {
        jails.ban("192.0.2.7");
        int before = jails.kernel.changes.size();

        assertThat(jails.ban("192.0.2.7").inForce()).isTrue();

        assertThat(jails.kernel.changes).hasSize(before);
    }

    @Test
    void anAddressStaysAsLongAsAnyJailBansIt() {
        Holder nginx = new Holder("nginx", new RecordingListener());
        RecentList shared = jails.lists.join(jails.settings, nginx);
        jails.ban("192.0.2.7");
        shared.ban(nginx, Address.parse("192.0.2.7"), jails.end(10));

        jails.unban("192.0.2.7");
        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7");

        shared.unban(nginx, Address.parse("192.0.2.7"));
        assertThat(jails.kernel.listed()).isEmpty();
    }

    @Test
    void aMissingListIsWaitedForWithTheMend() {
        Jails early = new Jails(Map.of(), false);

        Enforcement enforcement = early.ban("192.0.2.7");

        assertThat(enforcement.inForce()).isFalse();
        assertThat(enforcement.reason())
                .isEqualTo("the list bailiff-sshd does not exist: no firewall rule names it; run 'bailiff firewall' and"
                        + " apply what it prints");
        assertThat(early.list.status(early.sshd))
                .extracting(ActionStatus::state, status -> status.entries().current(), status -> status.entries()
                        .pending())
                .containsExactly(ActionStatus.State.WAITING, 0L, 1L);
        assertThat(early.explain("192.0.2.7"))
                .startsWith("not in the list bailiff-sshd: the list bailiff-sshd does not");
    }

    @Test
    void aListThatMayNotBeWrittenNamesTheUserAndTheMend() {
        jails.kernel.denied = true;
        jails.kernel.makeAnew();

        assertThat(jails.ban("192.0.2.7").reason())
                .isEqualTo("the list bailiff-sshd may not be written by user " + System.getProperty("user.name")
                        + "; chown it as 'bailiff firewall' prints");
        assertThat(jails.list.status(jails.sshd).state()).isEqualTo(ActionStatus.State.FAILED);
    }

    @Test
    void aRefusedAddressIsPendingAndLeavesTheListReady() {
        jails.kernel.refused.add(Address.parse("192.0.2.7"));

        assertThat(jails.ban("192.0.2.7").reason()).isEqualTo("the kernel refuses 192.0.2.7 in the list bailiff-sshd");
        assertThat(jails.ban("192.0.2.8").inForce()).isTrue();
        assertThat(jails.list.status(jails.sshd).state()).isEqualTo(ActionStatus.State.READY);
    }

    @Test
    void aListMadeAnewTakesTheBanAtOnceAndTheOthersWithTheNextRound() {
        jails.ban("192.0.2.7");
        jails.kernel.makeAnew();

        assertThat(jails.ban("192.0.2.8").inForce()).isTrue();
        assertThat(jails.kernel.listed()).containsExactly("192.0.2.8");

        jails.round();
        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7", "192.0.2.8");
    }

    @Test
    void atTheBoundTheBanThatEndsFirstIsTakenOut() {
        Jails small = new Jails(Map.of("capacity", "4"));
        small.kernel.capacity = 4;
        small.ban("192.0.2.1");
        small.ban("192.0.2.2", 20);

        small.ban("192.0.2.3", 30);

        assertThat(small.kernel.listed()).containsExactly("192.0.2.1", "192.0.2.3");
        assertThat(small.listener.evicted).containsExactly("192.0.2.2");
    }

    @Test
    void aBanThatEndsBeforeAllOthersFindsNoRoomInAFullList() {
        Jails small = new Jails(Map.of("capacity", "4"));
        small.ban("192.0.2.1");
        small.ban("192.0.2.2", 20);

        Enforcement enforcement = small.ban("192.0.2.3", 10);

        assertThat(enforcement.inForce()).isFalse();
        assertThat(enforcement.reason()).contains("is full: 2 bans on a capacity of 4");
        assertThat(small.listener.evicted).containsExactly("192.0.2.3");
        assertThat(small.kernel.listed()).containsExactly("192.0.2.1", "192.0.2.2");
    }

    @Test
    void entriesOfEveryKindStayOneBelowTheCapacity() {
        for (int number = 1; number <= 150; number++) {
            jails.ban("192.0.2." + number, number);
        }
        jails.round();

        assertThat(jails.kernel.listed()).hasSize(98).contains("192.0.2.53").doesNotContain("192.0.2.52");
        assertThat(jails.listener.evicted).hasSize(52);
    }

    @Test
    void stoppingLeavesEntriesInForce() {
        jails.ban("192.0.2.7");

        jails.lists.leave(jails.settings, jails.sshd, false);

        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7");
    }

    @Test
    void stoppingForGoodTakesOutOnlyWhatNoOtherJailHolds() {
        Holder nginx = new Holder("nginx", new RecordingListener());
        RecentList shared = jails.lists.join(jails.settings, nginx);
        jails.ban("192.0.2.7");
        jails.ban("192.0.2.8");
        shared.ban(nginx, Address.parse("192.0.2.8"), jails.end(10));

        jails.lists.leave(jails.settings, jails.sshd, true);
        assertThat(jails.kernel.listed()).containsExactly("192.0.2.8");
        assertThat(jails.kernel.lists("100::ba11:1ff")).isTrue();

        jails.lists.leave(jails.settings, nginx, true);
        assertThat(jails.kernel.listed()).isEmpty();
        assertThat(jails.kernel.lists("100::ba11:1ff")).isFalse();
    }

    @Test
    void anEntryExplainsItself() {
        jails.ban("192.0.2.7");
        jails.round();
        jails.time.pass(Duration.ofSeconds(12));

        assertThat(jails.explain("192.0.2.7"))
                .isEqualTo(
                        "listed in bailiff-sshd for 12 s, lease renewed 12 s ago, read back; whether packets of it are dropped is"
                                + " noted nowhere: 'bailiff firewall' prints a rule that does");
        assertThat(jails.explain("192.0.2.8")).isEqualTo("not in the list bailiff-sshd");
    }
}
