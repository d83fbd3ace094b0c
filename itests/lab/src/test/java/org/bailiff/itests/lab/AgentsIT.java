// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Curl;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.Outcome;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Test;

/** The real daemon with the real agents of others, and the files for them that are shipped. */
@RequiresKernel
class AgentsIT {
    private static final String EXPORTER = "http://127.0.0.1:9404/metrics";
    private static final String JOLOKIA = "http://127.0.0.1:8778/jolokia/";
    private static final String ORIGIN = "Origin: http://localhost";
    private static final String JAIL = "org.bailiff:type=Jail,name=\\\"sshd\\\"";

    /** What an operator may do with each kind of bean, but for what shows lines of a log. */
    private static final Map<String, List<String>> ALLOWED = Map.of(
            "Daemon",
            List.of(
                    "ban",
                    "getConfigText",
                    "getStatusJson",
                    "getStatusText",
                    "listBans",
                    "listBansText",
                    "unban",
                    "unbanAll"),
            "Jail",
            List.of(
                    "ban",
                    "explainLine",
                    "getStatusJson",
                    "listBans",
                    "listBansText",
                    "listCutOffs",
                    "listCutOffsText",
                    "pause",
                    "resume",
                    "unban"),
            "Action",
            List.of("resync", "verify"),
            "Filter",
            List.of("listRulesText", "testLine"),
            "FilterLibrary",
            List.of("listFilters", "listFiltersText"),
            "Source",
            List.of("listJailsText"),
            "Store",
            List.of(),
            "IgnoreList",
            List.of("add", "checkAddress", "listEntries", "listEntriesText", "remove"));

    private static Path agent(Lab lab, String name) throws Exception {
        Path agent = lab.file(name);
        Files.copy(Path.of(System.getProperty("bailiff.lab.agents"), name), agent);
        return agent;
    }

    private static Path shipped(Lab lab, String name) {
        return lab.distribution().etc().resolveSibling("monitoring").resolve(name);
    }

    private static void startWithJolokia(Lab lab, String options) throws Exception {
        lab.daemon().takeJavaOptions("-javaagent:" + agent(lab, "jolokia-agent-jvm-javaagent.jar") + "=" + options);
        lab.daemon().start();
        lab.daemon().awaitState("sshd", "ACTIVE");
    }

    private static JsonObject ask(Lab lab, String request) throws Exception {
        Curl curl = new Curl(lab.server(), Account.STRANGER);
        return JsonParser.parseString(curl.get("--header", ORIGIN, "--data", request, JOLOKIA))
                .getAsJsonObject();
    }

    private static int status(Lab lab, String request) throws Exception {
        return ask(lab, request).get("status").getAsInt();
    }

    @Test
    void theJmxExporterTellsTheSameNames() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, 600)) {
            lab.daemon()
                    .takeJavaOptions("-javaagent:" + agent(lab, "jmx_prometheus_javaagent.jar") + "=127.0.0.1:9404:"
                            + shipped(lab, "jmx_exporter.yaml"));
            lab.configure("bailiff.conf", "[Definition]\nmetrics.listen = 127.0.0.1:9191\n");
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            lab.attacker().bruteForceUntilCutOff(Route.IPV4);
            Curl curl = new Curl(lab.server(), Account.STRANGER);
            Await.until("the ban is scraped", Daemon.PATIENCE, () -> curl.get(EXPORTER)
                    .contains("\nf2b_jail_banned_current{jail=\"sshd\"} 1.0\n"));

            String page = curl.get(EXPORTER);
            List<String> ours = names(curl.get("http://127.0.0.1:9191/metrics"));

            assertThat(page)
                    .contains("\nf2b_jail_banned_total{jail=\"sshd\"} 1.0\n")
                    .contains("\nf2b_config_jail_max_retries{jail=\"sshd\"} 3.0\n")
                    .contains("\nbailiff_jail_state{bailiff_jail_state=\"ACTIVE\",jail=\"sshd\"} 1.0\n")
                    .contains("\nbailiff_action_entries{action=\"xt_recent\",jail=\"sshd\"} 1.0\n")
                    .contains("\nbailiff_source_lag_bytes{source=\"" + lab.log() + "\"} ")
                    .contains("\nbailiff_store_size_bytes ");
            assertThat(names(page)).contains("f2b_jail_count", "f2b_version", "bailiff_detection_to_ban_seconds");
            List<String> others = new ArrayList<>(names(page));
            others.removeIf(name -> ours.contains(name));
            // What beans tell and the metrics tell in another way.
            assertThat(others)
                    .allMatch(name -> name.equals("bailiff_healthy")
                            || name.equals("bailiff_source_healthy")
                            || name.startsWith("bailiff_filter_")
                            || name.equals("bailiff_jail_match_seconds"));
        }
    }

    private static List<String> names(String page) {
        return page.lines()
                .filter(line -> line.startsWith("f2b_") || line.startsWith("bailiff_"))
                .map(line -> line.replaceAll("[{ ].*", ""))
                .distinct()
                .toList();
    }

    @Test
    void throughJolokiaAnOperatorsOperationsAreAllowedAndNothingElse() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, 600)) {
            startWithJolokia(lab, "config=" + shipped(lab, "jolokia.properties"));

            assertThat(status(
                            lab,
                            "{\"type\":\"exec\",\"mbean\":\"org.bailiff:type=Daemon\",\"operation\":\"ban\","
                                    + "\"arguments\":[\"" + Route.IPV4.attacker() + "\",\"sshd\",0,\"by jolokia\"]}"))
                    .isEqualTo(200);
            assertThat(lab.list().holds(Route.IPV4.attacker())).isTrue();
            assertThat(ask(lab, "{\"type\":\"read\",\"mbean\":\"" + JAIL + "\",\"attribute\":\"BannedCurrent\"}")
                            .get("value")
                            .getAsInt())
                    .isEqualTo(1);
            assertThat(Files.readString(lab.file("data").resolve("audit.log"))).contains("\"channel\":\"jmx-local\"");
            Await.until("there are beans of filters and streams", Daemon.PATIENCE, () -> beans(lab)
                    .keySet()
                    .toString()
                    .matches(".*type=Filter,.*type=Source,.*|.*type=Source,.*type=Filter,.*"));
            assertExactlyTheseAreAllowed(lab);
            assertPlatformIsShut(lab);
            assertNoWebPageMayAsk(lab);
            assertThat(lab.server().run("ss", "-Hlun")).doesNotContain("24884");
        }
    }

    private static JsonObject beans(Lab lab) throws Exception {
        return ask(lab, "{\"type\":\"list\",\"path\":\"org.bailiff\"}").getAsJsonObject("value");
    }

    /** Tries each operation, with arguments that mean nothing: what is not forbidden fails, or does no harm. */
    private static void assertExactlyTheseAreAllowed(Lab lab) throws Exception {
        JsonObject beans = beans(lab);
        List<String> seen = new ArrayList<>();
        for (String name : beans.keySet()) {
            String kind = name.replaceAll(".*type=([A-Za-z]+).*", "$1");
            assertThat(ALLOWED).containsKey(kind);
            seen.add(kind);
            JsonElement operations = beans.getAsJsonObject(name).get("op");
            List<String> allowed = new ArrayList<>();
            if (operations != null) {
                for (String operation : operations.getAsJsonObject().keySet()) {
                    if (isAllowed(lab, "org.bailiff:" + name, operation)) {
                        allowed.add(operation);
                    }
                }
            }
            assertThat(allowed).as(name).containsExactlyInAnyOrderElementsOf(ALLOWED.get(kind));
        }
        assertThat(seen).contains("Daemon", "Jail", "Action", "Filter", "FilterLibrary", "Source", "Store");
    }

    private static boolean isAllowed(Lab lab, String bean, String operation) throws Exception {
        JsonObject request = new JsonObject();
        request.addProperty("type", "exec");
        request.addProperty("mbean", bean);
        request.addProperty("operation", operation);
        JsonArray arguments = new JsonArray();
        for (int index = 0; index < 9; index++) {
            arguments.add("x");
        }
        request.add("arguments", arguments);
        Outcome answer =
                new Curl(lab.server(), Account.STRANGER).run("--header", ORIGIN, "--data", request.toString(), JOLOKIA);
        return !answer.out().contains("\"status\":403");
    }

    private static void assertPlatformIsShut(Lab lab) throws Exception {
        for (String request : List.of(
                "{'type':'exec','mbean':'org.bailiff:type=Daemon','operation':'reload(boolean)','arguments':[true]}",
                "{'type':'write','mbean':'" + JAIL + "','attribute':'MaxRetry','value':99}",
                "{'type':'exec','mbean':'com.sun.management:type=DiagnosticCommand','operation':'vmVersion'}",
                "{'type':'exec','mbean':'com.sun.management:type=HotSpotDiagnostic','operation':'dumpHeap',"
                        + "'arguments':['/tmp/x',true]}",
                "{'type':'exec','mbean':'java.lang:type=Memory','operation':'gc'}",
                "{'type':'read','mbean':'java.lang:type=Runtime','attribute':'SystemProperties'}",
                "{'type':'read','mbean':'*:*'}",
                "{'type':'exec','mbean':'java.util.logging:type=Logging','operation':'setLoggerLevel',"
                        + "'arguments':['','ALL']}")) {
            assertThat(status(lab, request.replace('\'', '"'))).as(request).isEqualTo(403);
        }
        // Handled here, as if it named no other machine: 192.0.2.10 is not connected to.
        assertThat(status(
                        lab,
                        "{\"type\":\"read\",\"mbean\":\"org.bailiff:type=Daemon\",\"target\":{\"url\":"
                                + "\"service:jmx:rmi:///jndi/rmi://192.0.2.10:1099/jmxrmi\"}}"))
                .isEqualTo(200);
    }

    private static void assertNoWebPageMayAsk(Lab lab) throws Exception {
        Curl curl = new Curl(lab.server(), Account.STRANGER);
        String read = "{\"type\":\"read\",\"mbean\":\"org.bailiff:type=Daemon\"}";
        assertThat(curl.get("--data", read, JOLOKIA)).contains("\"status\":403");
        assertThat(curl.get("--header", "Origin: http://localhost.example.com", "--data", read, JOLOKIA))
                .contains("\"status\":403");
        assertThat(curl.get("--header", ORIGIN, JOLOKIA + "read/org.bailiff:type=Daemon/State"))
                .contains("\"status\":403");
    }

    @Test
    void theBeanOfThePlatformMakesALoggerTellMoreWhileTheDaemonRuns() throws Exception {
        try (Lab lab = Lab.withList(Firewall.LEGACY, 600)) {
            lab.configure(
                    "bailiff.conf",
                    "[Definition]\ndecisions.file = " + lab.file("data").resolve("decisions.log") + "\n");
            // Without a policy, so that the operation can be called that jconsole calls.
            startWithJolokia(lab, "host=127.0.0.1,port=8778");
            Path decisions = lab.file("data").resolve("decisions.log");
            Await.until("something is written", Daemon.PATIENCE, () -> Files.exists(decisions));
            lab.daemon().signal("USR1");
            lab.daemon().ask(Account.DAEMON, "ban", "sshd", "198.51.100.1");
            assertThat(lab.daemon().output()).doesNotContain("DEBUG Closing");

            assertThat(status(
                            lab,
                            "{\"type\":\"exec\",\"mbean\":\"java.util.logging:type=Logging\","
                                    + "\"operation\":\"setLoggerLevel\",\"arguments\":[\"org.bailiff\",\"FINE\"]}"))
                    .isEqualTo(200);

            Await.until("the file is closed, and that is told", Daemon.PATIENCE, () -> {
                lab.daemon().signal("USR1");
                lab.daemon().ask(Account.DAEMON, "ban", "sshd", "198.51.100.2", "--for", "1h");
                lab.daemon().ask(Account.DAEMON, "unban", "sshd", "198.51.100.2");
                return lab.daemon().output().contains("Closing " + decisions);
            });
        }
    }
}
