// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Curl;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.Outcome;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.bailiff.itests.lab.world.Tool;
import org.junit.jupiter.api.Test;

/** Real scrapes of the real daemon, read by the parsers that Prometheus offers. */
@RequiresKernel
class MetricsIT {
    private static final String OPENMETRICS = "Accept: application/openmetrics-text; version=1.0.0";
    private static final String PORT = "http://127.0.0.1:9191/metrics";

    /** Reads a page with a parser of Prometheus' own client library, and prints its values, one a line. */
    private static final String PARSER =
            """
            import sys
            from prometheus_client.%s import text_string_to_metric_families
            for family in text_string_to_metric_families(open(sys.argv[1], newline='').read()):
                for sample in family.samples:
                    print(sample.name, sorted(sample.labels.items()), float(sample.value))
            """;

    private static List<String> parsed(Lab lab, String parser, String page) throws Exception {
        Path file = lab.script("page", page);
        return Tool.succeed(List.of("/usr/bin/python3", "-c", PARSER.formatted(parser), file.toString()))
                .lines()
                .toList();
    }

    private static void configure(Lab lab, String listen) throws Exception {
        lab.configure("bailiff.conf", "[Definition]\nmetrics.listen = " + listen + "\n");
    }

    @Test
    void bansAreScrapedFromASocketAndFromALoopbackPortAlone() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, 600)) {
            configure(lab, "unix:metrics");
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            lab.attacker().bruteForceUntilCutOff(Route.IPV4);
            Path socket = lab.file("data").resolve("metrics");
            String[] onSocket = {"--unix-socket", socket.toString(), "http://bailiff/metrics"};
            Curl operator = new Curl(lab.server(), Account.OPERATOR);
            Curl stranger = new Curl(lab.server(), Account.STRANGER);

            Await.until("the ban is scraped", Daemon.PATIENCE, () -> operator.get(onSocket)
                    .contains("\nf2b_jail_banned_current{jail=\"sshd\"} 1\n"));
            assertThat(parsed(lab, "parser", operator.get(onSocket)))
                    .contains("f2b_up [] 1.0", "f2b_jail_banned_total [('jail', 'sshd')] 1.0")
                    .contains("f2b_config_jail_max_retries [('jail', 'sshd')] 3.0")
                    .anyMatch(line -> line.startsWith("bailiff_detection_to_ban_seconds [('quantile', '0.99')] 0.0"));
            assertThat(parsed(
                            lab,
                            "openmetrics.parser",
                            operator.get("--header", OPENMETRICS, onSocket[0], onSocket[1], onSocket[2])))
                    .contains("f2b_jail_banned_total [('jail', 'sshd')] 1.0")
                    .contains("bailiff_jail_state [('bailiff_jail_state', 'ACTIVE'), ('jail', 'sshd')] 1.0")
                    .contains("bailiff_action_entries [('action', 'xt_recent'), ('jail', 'sshd')] 1.0");
            assertThat(stranger.run(onSocket).succeeded()).isFalse();

            configure(lab, "127.0.0.1:9191");
            assertThat(lab.daemon().ask(Account.DAEMON, "reload").succeeded()).isTrue();

            Await.until("the port is answered", Daemon.PATIENCE, () -> stranger.run(PORT)
                    .succeeded());
            assertThat(stranger.get(PORT)).contains("\nf2b_jail_banned_current{jail=\"sshd\"} 1\n");
            assertThat(stranger.get("--head", PORT)).contains("200 OK").doesNotContain("f2b_up");
            assertThat(lab.server().run("ss", "-Hltn").lines().filter(line -> line.contains(":9191")))
                    .singleElement()
                    .asString()
                    .contains("127.0.0.1");
            assertThat(socket).doesNotExist();
            Privileges.assertNoneAreLeft(lab);
        }
    }

    @Test
    void anAddressThatOthersReachIsRefusedAtAStartAndByAReload() throws Exception {
        try (Lab lab = Lab.withList(Firewall.LEGACY, 600)) {
            configure(lab, "0.0.0.0:9191");
            lab.daemon().launch();

            assertThat(lab.daemon().awaitEnd()).isEqualTo(78);
            assertThat(lab.daemon().output()).contains("bailiff.conf:2", "'metrics.listen' is on 0.0.0.0");

            configure(lab, "127.0.0.1:9191");
            lab.daemon().start();
            Curl curl = new Curl(lab.server(), Account.STRANGER);
            Await.until("the port is answered", Daemon.PATIENCE, () -> curl.run(PORT)
                    .succeeded());
            configure(lab, "192.0.2.1:9191");
            Outcome reload = lab.daemon().ask(Account.DAEMON, "reload");

            assertThat(reload.succeeded()).isFalse();
            assertThat(reload.out() + reload.err()).contains("bailiff.conf:2", "'metrics.listen' is on 192.0.2.1");
            assertThat(curl.get(PORT)).contains("\nf2b_up 1\n");
        }
    }

    @Test
    void aPortThatAnotherTookKeepsNobodyFromBeingBanned() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, 600)) {
            configure(lab, "127.0.0.1:22");
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");

            lab.attacker().bruteForceUntilCutOff(Route.IPV4);

            assertThat(Files.readString(lab.file("daemon.out"))).contains("metrics are not told at 127.0.0.1:22");
        }
    }
}
