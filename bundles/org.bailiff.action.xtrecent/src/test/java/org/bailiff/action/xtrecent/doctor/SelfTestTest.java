// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bailiff.action.xtrecent.doctor.Finding.Level;
import org.bailiff.action.xtrecent.list.ListKind;
import org.bailiff.action.xtrecent.list.ListSettings;
import org.bailiff.action.xtrecent.list.RecentSettings;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfTestTest {
    private final FakeList list = new FakeList();

    private Finding test(int capacity, OptionalInt entriesOfAList) {
        ListSettings settings = RecentSettings.of("sshd", Map.of("capacity", "" + capacity), false)
                .all()
                .get(0);
        return new SelfTest(settings, list, Set.of(Address.parse("192.0.2.254")), entriesOfAList).run();
    }

    private void fill(int entries) {
        for (int entry = 0; entry < entries; entry++) {
            list.entries.add("198.51." + entry / 256 + "." + entry % 256);
        }
    }

    @Test
    void anAddressThatIsNeitherListedNorOursComesAndGoes() {
        list.entries.add("192.0.2.253");

        Finding finding = test(100, OptionalInt.of(100));

        assertThat(finding.level()).isEqualTo(Level.OK);
        assertThat(finding.evidence()).startsWith("192.0.2.252 ");
        assertThat(list.entries).containsExactly("192.0.2.253");
    }

    @ParameterizedTest
    @CsvSource({
        "98, 100, 100, OK",
        "99, 100, 100, UNKNOWN",
        "19, 100, 20, UNKNOWN",
        "19, 20, 100, UNKNOWN",
        "8, 1000, -1, OK",
        "99, 1000, -1, UNKNOWN",
        "100, 1000, -1, UNKNOWN",
        "101, 1000, -1, OK",
    })
    void noEntryIsPushedOut(int entries, int capacity, int kernels, Level level) {
        fill(entries);
        list.fate = change -> level == Level.OK ? change : "+0.0.0.0";

        Finding finding = test(capacity, kernels < 0 ? OptionalInt.empty() : OptionalInt.of(kernels));

        assertThat(finding.level()).isEqualTo(level);
        assertThat(list.entries).hasSize(entries).doesNotContain("0.0.0.0");
    }

    @Test
    void aDaemonThatTakesItOutAtOnceIsGivenTime() {
        AtomicInteger changes = new AtomicInteger();
        list.fate = change -> changes.incrementAndGet() == 1 ? "" : change;

        assertThat(test(100, OptionalInt.empty()).level()).isEqualTo(Level.OK);
    }

    @Test
    void anAddressThatIsNeverShownMeansNoMemory() {
        list.fate = change -> "";

        Finding finding = test(100, OptionalInt.empty());

        assertThat(finding.level()).isEqualTo(Level.WRONG);
        assertThat(finding.finding()).contains("out of memory");
    }

    @Test
    void anAddressThatCannotBeTakenOutComesWithTheCommandThatDoes() {
        list.fate = change -> change.startsWith("+") ? change : "";

        Finding finding = test(100, OptionalInt.empty());

        assertThat(finding.level()).isEqualTo(Level.WRONG);
        assertThat(finding.mend()).isEqualTo("echo -192.0.2.253 > /proc/self/net/xt_recent/bailiff-sshd");
    }

    @Test
    void aRefusedWriteIsWrong() {
        list.refuses = true;

        assertThat(test(100, OptionalInt.empty()).evidence()).contains("Invalid argument");
    }

    @Test
    void aListOfIpv6NetworksGetsAnIpv6Address() {
        assertThat(SpareAddress.of(ListKind.IPV6_NETWORKS, taken -> false))
                .hasValueSatisfying(address -> assertThat(address.isIpv6()).isTrue());
        assertThat(SpareAddress.of(ListKind.IPV4_NETWORKS, taken -> true)).isEmpty();
    }
}
