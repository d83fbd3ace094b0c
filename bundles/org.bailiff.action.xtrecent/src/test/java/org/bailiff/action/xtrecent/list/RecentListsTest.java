// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentListsTest {
    private final Jails jails = new Jails(Map.of("list", "shared"));
    private final Holder nginx = new Holder("nginx", new RecordingListener());

    @Test
    void jailsWithTheSameSettingsShareAList() {
        assertThat(jails.lists.join(jails.settings, nginx)).isSameAs(jails.list);
    }

    @Test
    void jailsWithDifferentNumbersCannotShareAList() {
        ListSettings other = RecentSettings.of("nginx", Map.of("list", "shared", "seconds", "600"), false)
                .addresses()
                .get(0);

        assertThatThrownBy(() -> jails.lists.join(other, nginx))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "jail nginx wants the list shared with seconds=600, capacity=100, foreign=keep, but jail sshd uses it with"
                                + " seconds=3600, capacity=100, foreign=keep; give both the same numbers, or each a list of its own");
    }

    @Test
    void onceItIsLeftAListMayBeUsedWithOtherNumbers() {
        ListSettings other = RecentSettings.of("nginx", Map.of("list", "shared", "seconds", "600"), false)
                .addresses()
                .get(0);

        jails.lists.leave(jails.settings, jails.sshd, false);

        assertThat(jails.lists.join(other, nginx)).isNotSameAs(jails.list);
    }

    @Test
    void aListThatIsBeingFilledIsLookedAtWhenAllWhoFillItAreDone() {
        jails.ban("192.0.2.7");
        jails.list.beginFilling();
        jails.list.beginFilling();
        jails.kernel.flush();

        jails.list.endFilling();
        jails.round();
        jails.round();
        assertThat(jails.kernel.listed()).isEmpty();

        jails.list.endFilling();
        jails.round();
        jails.round();
        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7");
    }

    @Test
    void aJailThatStopsAfterTheEndDisturbsNothing() {
        jails.ban("192.0.2.7");

        jails.lists.close();
        jails.lists.leave(jails.settings, jails.sshd, true);

        assertThat(jails.kernel.listed()).containsExactly("192.0.2.7");
        assertThat(jails.ban("192.0.2.8").inForce()).isFalse();
    }
}
