// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Machine;
import org.bailiff.itests.lab.world.RecentList;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the kernel really does with a list (net/netfilter/xt_recent.c): all that the daemon, and the fake list of its unit
 * tests, are built on.
 */
@RequiresKernel
class KernelFactsIT {
    /** The kernel's default, which cannot be changed at run time. */
    private static final int CAPACITY = 100;

    private Machine machine;
    private RecentList list;

    @BeforeEach
    void boot() throws Exception {
        machine = Machine.boot();
    }

    @AfterEach
    void shutDown() {
        machine.close();
    }

    private void make(Firewall firewall) throws Exception {
        list = RecentList.on(machine, firewall, "facts");
        list.make();
    }

    private static void write(RandomAccessFile file, String text) throws IOException {
        file.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private RandomAccessFile open() throws IOException {
        return new RandomAccessFile(list.file().toFile(), "rw");
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void aWriteTakesOneAddressAndOnlyAtTheBeginning(Firewall firewall) throws Exception {
        make(firewall);
        try (RandomAccessFile file = open()) {
            write(file, "+192.0.2.1\n+192.0.2.2\n");
            assertThat(list.holds("192.0.2.1")).isTrue();
            assertThat(list.holds("192.0.2.2")).as("the second of one write").isFalse();

            assertThatThrownBy(() -> write(file, "+192.0.2.3\n")).isInstanceOf(IOException.class);
            file.seek(0);
            write(file, "+192.0.2.3\n");
        }
        assertThat(list.holds("192.0.2.3")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void whatIsNoAddressIsRefusedAndAnythingThatBeginsWithASlashEmptiesTheList(Firewall firewall) throws Exception {
        make(firewall);
        list.write("+192.0.2.1");
        list.write("-192.0.2.99");
        for (String junk : new String[] {"+192.0.2.0/24", "+fe80::1%eth0", " +192.0.2.2", "192.0.2.2", "+name"}) {
            assertThatThrownBy(() -> list.write(junk)).as(junk).isInstanceOf(IOException.class);
        }
        assertThat(list.entries()).hasSize(1);

        list.write("/tmp/whatever");

        assertThat(list.entries()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void bothFamiliesAreInOneListAndAMappedAddressIsNotTheIpv4One(Firewall firewall) throws Exception {
        make(firewall);
        list.write("+192.0.2.1");
        list.write("+2001:db8::1");
        list.write("+::ffff:192.0.2.7");

        assertThat(list.entries()).hasSize(3);
        assertThat(list.holds("192.0.2.7")).isFalse();
        assertThat(list.entries()).anyMatch(entry -> entry.contains("ffff:c000:0207"));
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void aHeldDescriptorFailsOnceTheListWasRemovedWhateverStandsThereNow(Firewall firewall) throws Exception {
        make(firewall);
        try (RandomAccessFile held = open()) {
            write(held, "+192.0.2.1\n");
            list.remove();
            assertThat(list.exists()).isFalse();
            list.make();

            assertThatThrownBy(() -> held.seek(0)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> write(held, "+192.0.2.2\n")).isInstanceOf(IOException.class);
            assertThatThrownBy(held::read).isInstanceOf(IOException.class);
        }
        assertThat(list.entries()).as("of the list made anew").isEmpty();
        list.write("+192.0.2.2");
        assertThat(list.holds("192.0.2.2")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void aFullListDropsTheOneThatWasTouchedLongestAgoAndAWriteIsATouch(Firewall firewall) throws Exception {
        make(firewall);
        for (int number = 1; number <= CAPACITY; number++) {
            list.write("+198.51.100." + number);
        }
        list.write("+198.51.100.1");

        list.write("+2001:db8::1");

        assertThat(list.entries()).hasSize(CAPACITY);
        assertThat(list.holds("198.51.100.1")).as("touched again").isTrue();
        assertThat(list.holds("198.51.100.2")).as("the stalest").isFalse();
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void writingAnAddressAgainAddsAStampAndAnAddressThatWasGoneBeginsWithOne(Firewall firewall) throws Exception {
        make(firewall);
        list.write("+192.0.2.1");
        list.write("+192.0.2.1");
        assertThat(list.stamps("192.0.2.1")).isEqualTo(2);

        list.write("-192.0.2.1");
        list.write("+192.0.2.1");

        assertThat(list.stamps("192.0.2.1")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void restoringTheSameRulesInOneStepKeepsTheListAndFlushingThemDoesNot(Firewall firewall) throws Exception {
        make(firewall);
        list.write("+192.0.2.1");
        list.giveTo(Account.DAEMON);
        for (String program : new String[] {firewall.iptables(), firewall.ip6tables()}) {
            machine.run(
                    "sh",
                    "-c",
                    program + "-save > /tmp/facts-$$ && " + program + "-restore < /tmp/facts-$$; rm /tmp/facts-$$");
        }
        assertThat(list.holds("192.0.2.1")).isTrue();
        assertThat(list.owner()).isEqualTo(Account.DAEMON.user());

        machine.run(firewall.iptables(), "-w", "-F");
        assertThat(list.exists()).as("the other family's rule names it too").isTrue();
        machine.run(firewall.ip6tables(), "-w", "-F");
        assertThat(list.exists()).isFalse();
    }
}
