// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.bailiff.api.action.Notice;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;

/** What becomes of entries that no jail put into the list. */
class StrangersTest {
    private static final String STRANGER = "198.51.100.1";

    private static Jails settled(String foreign) {
        Jails jails = new Jails(Map.of("foreign", foreign));
        jails.ban("192.0.2.7");
        jails.round();
        jails.time.pass(Duration.ofSeconds(10));
        return jails;
    }

    private static void rounds(Jails jails, int count) {
        for (int round = 0; round < count; round++) {
            jails.round();
        }
    }

    @Test
    void theyStayUnlessToldOtherwise() {
        Jails jails = settled("keep");
        jails.kernel.add(STRANGER);
        rounds(jails, 5);

        assertThat(jails.kernel.lists(STRANGER)).isTrue();
        assertThat(jails.list.status(jails.sshd).entries().foreign()).isEqualTo(1);
        assertThat(jails.listener.found).isEmpty();
    }

    @Test
    void theyAreTakenOutOnceTwoLooksHaveShownThem() {
        Jails jails = settled("remove");
        jails.kernel.add(STRANGER);
        rounds(jails, 1);
        assertThat(jails.kernel.lists(STRANGER)).isTrue();

        rounds(jails, 1);

        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7");
        assertThat(jails.listener.notices).extracting(Notice::kind).containsExactly(Notice.Kind.FOREIGN_ENTRIES);
    }

    @Test
    void theyAreOfferedForAdoptionOnceAndNoLongerStrangeWhenBanned() {
        Jails jails = settled("adopt");
        jails.kernel.add(STRANGER);
        rounds(jails, 5);
        assertThat(jails.listener.found).containsExactly(STRANGER);

        jails.ban(STRANGER);
        rounds(jails, 5);

        assertThat(jails.list.status(jails.sshd).entries().foreign()).isZero();
        assertThat(jails.listener.found).containsExactly(STRANGER);
    }

    @Test
    void anEntryWhoseLeaseIsOverIsNotAdopted() {
        Jails jails = settled("adopt");
        jails.kernel.add(STRANGER);
        jails.time.pass(Duration.ofHours(2));
        rounds(jails, 5);

        assertThat(jails.listener.found).isEmpty();
    }

    @Test
    void afterARestartTheEntriesOfJailsThatAreAboutToComeAreLeftAlone() {
        Jails jails = settled("remove");
        jails.kernel.add("203.0.113.9");
        Holder late = new Holder("late", new RecordingListener());
        jails.lists.join(jails.settings, late);
        rounds(jails, 5);
        assertThat(jails.kernel.lists("203.0.113.9")).isTrue();

        jails.list.ban(late, Address.parse("203.0.113.9"), jails.end(10));
        jails.time.pass(Duration.ofSeconds(20));
        rounds(jails, 5);

        assertThat(jails.kernel.lists("203.0.113.9")).isTrue();
    }

    @Test
    void anEntryOfAnotherIsNamedAndAnUnbanTakesItOut() {
        Jails jails = settled("keep");
        jails.kernel.add(STRANGER);
        jails.round();
        assertThat(jails.prove(STRANGER).inForce()).isTrue();
        assertThat(jails.explain(STRANGER)).contains("somebody else has put it");

        jails.unban(STRANGER);

        assertThat(jails.kernel.lists(STRANGER)).isFalse();
        assertThat(jails.prove(STRANGER).inForce()).isFalse();
    }

    @Test
    void whatIsEvictedWhileALookIsMadeIsNoStranger() {
        Jails small = new Jails(Map.of("capacity", "5"));
        small.kernel.capacity = 5;
        small.ban("192.0.2.1", 10);
        small.ban("192.0.2.2", 20);
        small.ban("192.0.2.3", 30);
        // Between the look, which still shows it, and what the look leads to.
        small.kernel.afterNextLook = () -> small.ban("192.0.2.4", 40);
        small.round();
        small.round();

        assertThat(small.listener.evicted).containsExactly("192.0.2.1");
    }

    @Test
    void whatAJailHasForgottenIsOfferedOnceWhateverIsConfigured() {
        Jails jails = settled("remove");
        jails.kernel.add(STRANGER);
        jails.lists.recollect(jails.settings, jails.sshd);
        rounds(jails, 3);
        assertThat(jails.listener.found).containsExactly(STRANGER);
        jails.ban(STRANGER);

        jails.kernel.add("203.0.113.10");
        rounds(jails, 3);

        assertThat(jails.listener.found).as("once").containsExactly(STRANGER);
        assertThat(jails.kernel.lists("203.0.113.10")).isFalse();
    }

    @Test
    void anEntryThatWasOverWhenItWasForgottenStaysSo() {
        Jails jails = settled("keep");
        jails.kernel.add(STRANGER);
        jails.time.pass(Duration.ofHours(2));
        jails.lists.recollect(jails.settings, jails.sshd);
        rounds(jails, 3);

        assertThat(jails.listener.found).isEmpty();
    }

    @Test
    void whoseAForgottenEntryIsIsNotGuessedWhereAnotherJailUsesTheList() {
        Jails jails = settled("keep");
        jails.kernel.add(STRANGER);
        jails.lists.recollect(jails.settings, jails.sshd);
        jails.lists.join(jails.settings, new Holder("late", new RecordingListener()));
        jails.lists.recollect(jails.settings, jails.sshd);
        jails.time.pass(Duration.ofSeconds(20));
        rounds(jails, 5);

        assertThat(jails.listener.found).isEmpty();
    }
}
