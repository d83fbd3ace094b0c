// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecentSettingsTest {

    private static RecentSettings of(Map<String, String> parameters) {
        return RecentSettings.of("sshd", parameters, false);
    }

    @Test
    void aJailsListIsNamedAfterItUnlessToldOtherwise() {
        assertThat(of(Map.of()).all())
                .containsExactly(new ListSettings(
                        Path.of("/proc/self/net/xt_recent"),
                        "bailiff-sshd",
                        ListKind.ADDRESSES,
                        Slice.ALL,
                        Duration.ofHours(1),
                        100,
                        ForeignEntries.KEEP));
        assertThat(of(Map.of("list", "f2b-sshd")).all())
                .extracting(ListSettings::name)
                .containsExactly("f2b-sshd");
    }

    @Test
    void severalListsAreNumberedAndNetworksHaveOneAFamily() {
        assertThat(RecentSettings.of("sshd", Map.of("lists", "3"), true).all())
                .extracting(ListSettings::name)
                .containsExactly(
                        "bailiff-sshd-1", "bailiff-sshd-2", "bailiff-sshd-3", "bailiff-sshd-net4", "bailiff-sshd-net6");
    }

    @Test
    void addressesOfIpv6AreInAListOfTheirOwnIfItIsNamed() {
        RecentSettings settings = of(Map.of("list", "f2b-sshd", "list6", "f2b-sshd6"));

        assertThat(settings.all()).extracting(ListSettings::name).containsExactly("f2b-sshd", "f2b-sshd6");
        assertThat(settings.listOf(Network.parse("192.0.2.7")).orElseThrow().name())
                .isEqualTo("f2b-sshd");
        assertThat(settings.listOf(Network.parse("2001:db8::7")).orElseThrow().name())
                .isEqualTo("f2b-sshd6");
        assertThat(settings.listOf(Network.parse("2001:db8::/64"))).isEmpty();
    }

    @Test
    void eachFamilyIsSpreadOverItsOwnLists() {
        RecentSettings settings = of(Map.of("list", "a", "list6", "b", "lists", "2"));

        assertThat(settings.all()).extracting(ListSettings::name).containsExactly("a-1", "b-1", "a-2", "b-2");
        assertThat(settings.listOf(Network.parse("192.0.2.7")).orElseThrow().name())
                .startsWith("a-");
        assertThat(settings.crowding()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "286"})
    void anAddressIsInTheListWhoseSliceHoldsIt(String lists) {
        for (Map<String, String> names : List.of(Map.of("list", "a"), Map.of("list", "a", "list6", "b"))) {
            Map<String, String> parameters = new HashMap<>(names);
            parameters.put("lists", lists);
            RecentSettings settings = of(parameters);
            for (String text : List.of("192.0.2.7", "198.51.100.255", "2001:db8::1", "2001:db8:5:6::7")) {
                Network target = Network.parse(text);
                ListSettings list = settings.listOf(target).orElseThrow();
                assertThat(list.kind().canHold(target)).isTrue();
                assertThat(list.slice().holds(target.base())).isTrue();
            }
        }
    }

    @Test
    void aNetworkIsInTheListOfItsFamilyAndOnlyOneSizeHasAList() {
        RecentSettings settings = RecentSettings.of("sshd", Map.of(), true);

        assertThat(settings.listOf(Network.parse("192.0.2.0/24")).orElseThrow().name())
                .isEqualTo("bailiff-sshd-net4");
        assertThat(settings.listOf(Network.parse("2001:db8::/64")).orElseThrow().name())
                .isEqualTo("bailiff-sshd-net6");
        assertThat(settings.listOf(Network.parse("192.0.2.0/25"))).isEmpty();
        assertThat(of(Map.of()).listOf(Network.parse("192.0.2.0/24"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lst, 1, did you mean 'list'?",
        "xyzzy, 1, 'it has list, list6, lists, seconds, capacity, foreign, root'",
        "lists, 0, a whole number from 1 to 1000",
        "lists, 1001, a whole number from 1 to 1000",
        "seconds, 3, a whole number from 4",
        "seconds, 4294968, to 4294967",
        "seconds, 1h, a whole number",
        "seconds, 99999999999999999999, a whole number",
        "capacity, 2, a whole number from 3",
        "foreign, kep, it is keep",
        "root, proc, an absolute path",
        "list6, a/b, a list's name is made of",
        "list, ../../etc/passwd, a list's name is made of",
        "list, a/b, a list's name is made of",
        "list, ., a list's name is made of",
        "list, -x, a list's name is made of",
        "list, '', a list's name is made of"
    })
    void aWrongParameterIsNamedWithItsMend(String name, String value, String mend) {
        assertThatThrownBy(() -> of(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(mend);
    }

    @Test
    void aNameLeavesRoomForWhatIsAddedToIt() {
        assertThat(of(Map.of("list", "x".repeat(189))).all().get(0).name()).hasSize(189);
        assertThatThrownBy(() -> of(Map.of("list", "x".repeat(190)))).hasMessageContaining("at most 189 characters");
    }
}
