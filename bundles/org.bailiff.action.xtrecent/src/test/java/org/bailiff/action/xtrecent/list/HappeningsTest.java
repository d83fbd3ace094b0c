// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Comparison;
import org.bailiff.api.action.Notice;
import org.junit.jupiter.api.Test;

/** What people are told of a list, and the counts of it. */
class HappeningsTest {
    private final Jails jails = new Jails(Map.of());

    private List<Notice.Kind> kinds() {
        return jails.listener.notices.stream().map(Notice::kind).toList();
    }

    @Test
    void aRemovedListIsToldOnceWithWhatWasInIt() {
        jails.ban("192.0.2.7");
        jails.ban("192.0.2.8");
        jails.round();

        jails.kernel.remove();
        jails.round();
        jails.round();
        jails.round();

        assertThat(kinds()).containsExactly(Notice.Kind.LIST_REMOVED);
        assertThat(jails.listener.notices.get(0).message()).contains("removed with 2 bans");
    }

    @Test
    void aFlushedListIsToldAndAnEmptyOneIsNot() {
        jails.round();
        jails.kernel.flush();
        jails.round();
        assertThat(kinds()).isEmpty();
        jails.ban("192.0.2.7");
        jails.round();
        jails.round();

        jails.kernel.flush();
        jails.round();

        assertThat(kinds()).containsExactly(Notice.Kind.LIST_FLUSHED);
    }

    @Test
    void aFullListIsToldOnceUntilThereIsRoomAgain() {
        Jails small = new Jails(Map.of("capacity", "4"));
        small.kernel.capacity = 4;
        for (int number = 1; number <= 5; number++) {
            small.ban("192.0.2." + number, number);
            small.round();
        }

        assertThat(small.listener.notices).extracting(Notice::kind).containsExactly(Notice.Kind.LIST_FULL);
        assertThat(small.list.status(small.sshd).totals().evicted()).isEqualTo(3);
        assertThat(small.listener.evicted).containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3");
    }

    @Test
    void leasesThatRanOutBeforeTheyWereRenewedAreCountedAndTold() {
        jails.ban("192.0.2.7");
        jails.round();

        jails.time.pass(Duration.ofHours(2));
        assertThat(jails.prove("192.0.2.7").inForce()).isFalse();
        jails.round();

        assertThat(kinds()).containsExactly(Notice.Kind.LEASES_LAPSED);
        assertThat(jails.list.status(jails.sshd).totals().lapsed()).isEqualTo(1);
        assertThat(jails.prove("192.0.2.7").inForce()).isTrue();
    }

    @Test
    void aListThatIsNoLongerOursIsSaidWhileWhatIsOpenGoesOn() {
        jails.ban("192.0.2.7");
        jails.round();

        jails.kernel.denied = true;
        jails.round();
        jails.ban("192.0.2.8");

        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7", "192.0.2.8");
        ActionStatus status = jails.list.status(jails.sshd);
        assertThat(status.state()).isEqualTo(ActionStatus.State.READY);
        assertThat(status.reason()).contains("may no longer be written").contains("chown");
        assertThat(jails.listener.states).hasSize(1);
    }

    @Test
    void delistedOnesAreCounted() {
        jails.ban("192.0.2.7");
        jails.round();
        jails.kernel.delist("192.0.2.7");
        jails.round();
        jails.round();

        assertThat(jails.list.status(jails.sshd).totals().delisted()).isEqualTo(1);
    }

    @Test
    void aComparisonNamesWhatIsMissingAndWhatIsForeign() {
        jails.ban("192.0.2.7");
        jails.ban("192.0.2.8");
        jails.round();
        jails.kernel.delist("192.0.2.8");
        jails.kernel.add("198.51.100.1");

        Comparison comparison = jails.lists.resync(jails.settings, jails.sshd, true);

        assertThat(comparison.wanted()).isEqualTo(2);
        assertThat(comparison.found()).isEqualTo(1);
        assertThat(comparison.differences())
                .containsExactly(
                        "192.0.2.8 is not in the list bailiff-sshd",
                        "198.51.100.1 is in the list bailiff-sshd, and no jail has put it there");
        assertThat(jails.listener.delisted).as("a dry run changes nothing").isEmpty();
    }

    @Test
    void aResyncPutsBackWhatWasLostAndHonoursWhatWasDelisted() {
        jails.ban("192.0.2.7");
        jails.ban("192.0.2.8");
        jails.round();
        jails.kernel.delist("192.0.2.8");
        assertThat(jails.lists.resync(jails.settings, jails.sshd, false).differences())
                .isEmpty();
        assertThat(jails.listener.delisted).containsExactly("192.0.2.8");

        jails.kernel.flush();
        Comparison comparison = jails.lists.resync(jails.settings, jails.sshd, false);

        assertThat(comparison.found()).isEqualTo(1);
        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7");
    }
}
