// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.Outcome;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bans by hand, by everybody who may and some who may not. */
@RequiresKernel
class CommandLineIT {
    private static final int DENIED = 4;
    private static final String ADDRESS = Route.IPV4.attacker();
    private static Lab lab;

    @BeforeAll
    static void start() throws Exception {
        lab = Lab.withList(Firewall.NFT, 600);
        lab.daemon().start();
        lab.daemon().awaitState("sshd", "ACTIVE");
    }

    @AfterAll
    static void end() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "999.1.1.1", "/etc", "/", "1.2.3.4 5", "+198.51.100.1", "198.51.100.0/24", "localhost"})
    void whatIsNoAddressIsRefusedWithASentenceAndTheListStaysAsItWas(String junk) throws Exception {
        assertThat(lab.daemon()
                        .ask(Account.DAEMON, "ban", "sshd", "198.51.100.77")
                        .succeeded())
                .isTrue();
        List<String> before = addresses();

        Outcome outcome = lab.daemon().ask(Account.DAEMON, "ban", "sshd", junk);

        assertThat(outcome.exitCode()).isPositive();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().strip()).isNotEmpty().doesNotContain("Exception");
        assertThat(addresses()).isEqualTo(before);
    }

    @Test
    void theDaemonsUserAndRootAndAnOperatorBanAndUnban() throws Exception {
        for (Account account : List.of(Account.DAEMON, Account.ROOT, Account.OPERATOR)) {
            Outcome ban = lab.daemon().ask(account, "ban", "sshd", ADDRESS);
            assertThat(ban.exitCode()).as("%s: %s", account, ban.err()).isZero();
            assertThat(lab.attacker().connects(Route.IPV4)).as("%s", account).isFalse();

            Outcome unban = lab.daemon().ask(account, "unban", "sshd", ADDRESS);
            assertThat(unban.exitCode()).as("%s: %s", account, unban.err()).isZero();
            assertThat(lab.attacker().connects(Route.IPV4)).as("%s", account).isTrue();
        }
    }

    @Test
    void anOperatorChangesNoSettingAndReloadsNothing() throws Exception {
        assertThat(lab.daemon()
                        .ask(Account.OPERATOR, "set", "sshd", "bantime", "1h")
                        .exitCode())
                .isEqualTo(DENIED);
        assertThat(lab.daemon().ask(Account.OPERATOR, "reload").exitCode()).isEqualTo(DENIED);
        assertThat(lab.daemon().ask(Account.OPERATOR, "stop").exitCode()).isEqualTo(DENIED);
    }

    @Test
    void aStrangerIsNotLetIn() throws Exception {
        Outcome outcome = lab.daemon().ask(Account.STRANGER, "ban", "sshd", ADDRESS);

        assertThat(outcome.exitCode()).isPositive();
        assertThat(outcome.err().strip()).isNotEmpty();
        assertThat(lab.list().holds(ADDRESS)).isFalse();
    }

    @Test
    void theServersOwnAddressIsNotBanned() throws Exception {
        Outcome outcome = lab.daemon().ask(Account.DAEMON, "ban", "sshd", Route.IPV4.server());

        assertThat(outcome.exitCode()).isPositive();
        assertThat(lab.list().holds(Route.IPV4.server())).isFalse();
    }

    /** Without the stamps, which a renewal changes. */
    private static List<String> addresses() throws Exception {
        return lab.list().entries().stream()
                .map(entry -> entry.split(" ")[0])
                .sorted()
                .toList();
    }
}
