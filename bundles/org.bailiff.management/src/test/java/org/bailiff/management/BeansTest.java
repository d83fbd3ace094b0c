// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.bailiff.api.BanTime;
import org.bailiff.api.action.Proof;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.jail.JailState;
import org.bailiff.management.notification.Announcement;
import org.bailiff.management.notification.Topic;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

class BeansTest {
    private final Tree tree = new Tree();
    private final MBeanServer server = tree.server;
    private final FakeJail sshd = tree.sshd;
    private final FakeJail odd = tree.odd;
    private final FakeSettings settings = tree.settings;
    private final Beans beans = tree.beans;
    private final ObjectName daemonName = BeanNames.DAEMON;
    private final ObjectName sshdName = Tree.SSHD;
    private final ObjectName actionName = Tree.ACTION;

    private List<ObjectName> names() {
        return List.copyOf(tree.names());
    }

    private Object invoke(ObjectName name, String operation, Object... arguments) throws JMException {
        return tree.invoke(name, operation, arguments);
    }

    private String answer(ObjectName name, String operation, Object... arguments) throws JMException {
        return tree.answer(name, operation, arguments);
    }

    @Test
    void whatIsNoAddressOrJailIsRefusedByName() throws JMException {
        assertThat(answer(daemonName, "ban", "String", "String", 0L, "String"))
                .isEqualTo("'String' is not an address; e.g. 192.0.2.7 or 2001:db8::/64");
        assertThat(answer(daemonName, "ban", "192.0.2.9", "String", 0L, "String"))
                .isEqualTo("there is no jail 'String'; there are: a,b*\"c, sshd");
        assertThat(answer(sshdName, "ban", "<html>\n", 0L, ""))
                .isEqualTo("'\\x3chtml>\\x0a' is not an address; " + "e.g. 192.0.2.7 or 2001:db8::/64");
        assertThat(answer(sshdName, "ban", "192.0.2.9", -2L, "")).contains("-2 is not a ban time");
        assertThat(answer(sshdName, "ban", "192.0.2.9", Long.MAX_VALUE, "")).contains("is not a ban time");
        assertThat(sshd.requests).isEmpty();
    }

    @Test
    void aBanTakesTheJailsTimeOrTheCallersOrForEver() throws JMException {
        invoke(daemonName, "ban", " 192.0.2.9 ", "sshd", 0L, "String");
        invoke(sshdName, "ban", "192.0.2.10", 60L, "too loud");
        String sentence = (String) invoke(sshdName, "ban", "::ffff:192.0.2.11", -1L, "");

        assertThat(sentence).isEqualTo("192.0.2.11 is banned");
        assertThat(sshd.requests)
                .extracting(request -> request.banTime())
                .containsExactly(
                        Optional.empty(),
                        Optional.of(BanTime.of(Duration.ofMinutes(1))),
                        Optional.of(BanTime.PERMANENT));
        assertThat(sshd.requests).extracting(request -> request.reason()).containsExactly("", "too loud", "");
        assertThat(sshd.requests).noneMatch(request -> request.force());
        assertThat(sshd.callers).containsOnly(Tree.ALICE);
    }

    @Test
    void anUnbanWithoutAJailConcernsAllThatBan() throws JMException {
        assertThat(invoke(daemonName, "unban", "2001:DB8:0::7", ""))
                .isEqualTo("sshd: 2001:db8::7 is not banned any more");
        assertThat(((String) invoke(daemonName, "unban", "192.0.2.7", "")).lines())
                .hasSize(2);
        assertThat(invoke(daemonName, "unban", "192.0.2.7", "")).isEqualTo("no jail bans 192.0.2.7");
        assertThat(invoke(sshdName, "unban", "192.0.2.7")).isEqualTo("sshd: 192.0.2.7 is not banned any more");
    }

    @Test
    void aNetworkIsATargetAsAnAddressIs() throws JMException {
        assertThat(invoke(daemonName, "ban", "198.51.100.7/24", "sshd", 0L, "")).isEqualTo("198.51.100.0/24 is banned");
        assertThat(invoke(daemonName, "unban", "198.51.100.7", ""))
                .isEqualTo("no jail bans 198.51.100.7, but sshd bans its network 198.51.100.0/24");
        assertThat(((String) invoke(daemonName, "explainBan", "198.51.100.7")).lines())
                .contains("sshd: 198.51.100.7 is banned with its network 198.51.100.0/24 since 2026-11-23T12:00:00Z"
                        + " until 2026-11-23T12:10:00Z; ban number 1 of it here, by alice");
        assertThat(invoke(sshdName, "unban", "198.51.100.0/24"))
                .isEqualTo("sshd: 198.51.100.0/24 is not banned any more");
    }

    @Test
    void aNetworkIsLetInWithAllThatAreBannedInIt() throws JMException {
        invoke(daemonName, "ban", "198.51.100.0/24", "sshd", 0L, "");
        invoke(daemonName, "ban", "198.51.100.7", "sshd", 0L, "");
        invoke(daemonName, "ban", "198.51.101.7", "sshd", 0L, "");

        assertThat(invoke(daemonName, "unban", "198.51.100.0/24", ""))
                .isEqualTo("sshd: 198.51.100.0/24 is not banned any more\nsshd: 198.51.100.7 is not banned any more"
                        + "\nbans ended in 198.51.100.0/24: 2");
        assertThat(sshd.bans()).extracting(ban -> ban.target().toString()).contains("198.51.101.7");
    }

    @Test
    void bansShowWhetherTheyAreInForceAndWhenTheyLastDropped() throws JMException {
        sshd.proofs.set(0, dropping());
        assertThat(listed("192.0.2.7")).contains("  yes       2026-11-23T12:00:00Z  alice");

        sshd.proofs.add(Proof.of("log", false, "not logged"));
        assertThat(listed("192.0.2.7")).contains("  in part   2026-11-23T12:00:00Z  alice");

        sshd.proofs.remove(0);
        assertThat(listed("192.0.2.7")).contains("  no        -  ");
        TabularData table = (TabularData) invoke(sshdName, "listBans", 0, 0);
        assertThat(table.get(new Object[] {"sshd", "192.0.2.7"}).get("inForce")).isEqualTo(false);
    }

    @Test
    void regexesThatWereCutOffAreCountedAndListed() throws JMException {
        sshd.cutOffs = List.of(new CutOff("failregex", 3, "^a <ADDR>$", 12), new CutOff("datepattern", 1, "%Y", 1));

        assertThat(server.getAttribute(sshdName, "CutOffsTotal")).isEqualTo(13L);
        assertThat((String) invoke(sshdName, "listCutOffsText")).contains("12     failregex 3    ^a <ADDR>$");
        TabularData table = (TabularData) invoke(sshdName, "listCutOffs");
        assertThat(table.get(new Object[] {"failregex", 3, "^a <ADDR>$"}).get("count"))
                .isEqualTo(12L);
    }

    private static Proof dropping() {
        Optional<Instant> now = Optional.of(FakeJail.NOW);
        return new Proof("xt_recent", true, now, now, 3, "listed, 3 packets dropped");
    }

    private String listed(String address) throws JMException {
        return ((String) invoke(sshdName, "listBansText", 0))
                .lines()
                .filter(line -> line.startsWith(address))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void unbanAllEndsNothingInADryRun() throws JMException {
        assertThat(invoke(daemonName, "unbanAll", "sshd", true)).isEqualTo("sshd: bans that would end: 2");
        assertThat(sshd.bans).hasSize(2);

        assertThat(invoke(daemonName, "unbanAll", "", false)).isEqualTo("a,b*\"c: bans ended: 1\nsshd: bans ended: 2");
        assertThat(sshd.bans).isEmpty();
    }

    @Test
    void thresholdsAreWrittenThroughTheSettings() throws JMException {
        server.setAttribute(sshdName, new Attribute("BanTimeSeconds", -1L));
        server.setAttribute(sshdName, new Attribute("FindTimeSeconds", 60L));
        server.setAttribute(sshdName, new Attribute("MaxRetry", 3));
        invoke(sshdName, "disable");
        invoke(sshdName, "enable");
        invoke(sshdName, "unset", " bantime ");

        assertThat(settings.calls)
                .containsExactly(
                        "set sshd bantime -1 by alice (jmx-local)",
                        "set sshd findtime 60 by alice (jmx-local)",
                        "set sshd maxretry 3 by alice (jmx-local)",
                        "set sshd enabled false by alice (jmx-local)",
                        "set sshd enabled true by alice (jmx-local)",
                        "unset sshd bantime by alice (jmx-local)");
    }

    @Test
    void aRefusalCarriesItsSentenceAndNoClassThatAClientDoesNotHave() {
        assertThatThrownBy(() -> server.setAttribute(sshdName, new Attribute("MaxRetry", 0)))
                .isInstanceOfSatisfying(RuntimeMBeanException.class, e -> assertThat(e.getTargetException())
                        .isExactlyInstanceOf(IllegalArgumentException.class)
                        .hasMessage("maxretry = 0 is wrong; it is at least 1")
                        .hasNoCause());
    }

    @Test
    void aValueOfAnotherTypeIsRefusedWithASentence() {
        assertThatThrownBy(() -> server.setAttribute(sshdName, new Attribute("MaxRetry", "three")))
                .hasRootCauseMessage("setMaxRetry takes int; null is not a value");
        assertThatThrownBy(() -> invoke(sshdName, "unban", (Object) null))
                .hasRootCauseMessage("unban takes String; null is not a value");
    }

    @Test
    void withoutSettingsReadingWorksAndChangingSaysWhy() throws JMException {
        tree.servicesPresent = false;

        assertThat(server.getAttribute(daemonName, "ConfigRevision")).isEqualTo(0L);
        assertThatThrownBy(() -> server.setAttribute(sshdName, new Attribute("MaxRetry", 3)))
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage(
                        "the configuration is not there; see in the log why bundle org.bailiff.config does not run");
    }

    @Test
    void attributesShowWhatTheServicesSay() throws JMException {
        assertThat(server.getAttribute(daemonName, "State")).isEqualTo("DEGRADED");
        assertThat(server.getAttribute(daemonName, "StateReason")).isEqualTo("\\x3chtml>jail sshd waits");
        assertThat(server.getAttribute(daemonName, "Healthy")).isEqualTo(0);
        assertThat(server.getAttribute(daemonName, "UptimeSeconds")).isEqualTo(3600L);
        assertThat(server.getAttribute(daemonName, "ConfigRevision")).isEqualTo(4L);
        assertThat(server.getAttribute(daemonName, "DetectionToBanMillisP50")).isEqualTo(1.5);
        assertThat(server.getAttribute(sshdName, "Actions")).isEqualTo("xt_recent READY");
        assertThat(server.getAttribute(sshdName, "BanTimeSeconds")).isEqualTo(600L);
        assertThat(server.getAttribute(sshdName, "FailuresCurrent")).isEqualTo(11L);
        assertThat(server.getAttribute(sshdName, "LinesIgnoredTotal")).isEqualTo(18L);
        assertThat(server.getAttribute(sshdName, "SecondsSinceLastMatch")).isEqualTo(7L);
        sshd.lastMatch = Optional.empty();
        assertThat(server.getAttribute(sshdName, "SecondsSinceLastMatch")).isEqualTo(-1L);
    }

    @Test
    void aJailIsHealthyUnlessSomethingIsNotAsConfigured() throws JMException {
        assertThat(server.getAttribute(sshdName, "Healthy")).isEqualTo(1);
        sshd.reason = "one log of two is not there";
        assertThat(server.getAttribute(sshdName, "Healthy")).isEqualTo(0);
        sshd.state = JailState.WAITING;
        assertThat(server.getAttribute(sshdName, "Healthy")).isEqualTo(0);
        sshd.state = JailState.DISABLED;
        assertThat(server.getAttribute(sshdName, "Healthy")).isEqualTo(1);
    }

    @Test
    void bansAreATableForMachinesWithOffsetAndLimit() throws JMException {
        TabularData all = (TabularData) invoke(daemonName, "listBans", "", 0, 0);
        TabularData second = (TabularData) invoke(sshdName, "listBans", 1, 1);

        assertThat(all.size()).isEqualTo(3);
        assertThat(second.size()).isEqualTo(1);
        CompositeData row = second.get(new Object[] {"sshd", "2001:db8::7"});
        assertThat(row.get("until")).isEqualTo("2026-11-23T12:10:00Z");
        assertThat(row.get("count")).isEqualTo(1);
        assertThat(row.get("inForce")).isEqualTo(true);
        assertThat(row.get("lastDropped")).isEqualTo("");
    }

    @Test
    void bansAreATextForPeople() throws JMException {
        sshd.bans.add(sshd.ban(Network.parse("192.0.2.8"), BanTime.PERMANENT, "<html>\u001b[2J"));

        String text = (String) invoke(daemonName, "listBansText", "sshd", 0);

        assertThat(text.lines())
                .containsExactly(
                        "ADDRESS      JAIL  SINCE                 UNTIL                 COUNT  IN FORCE  LAST DROPPED  BY     REASON",
                        "192.0.2.7    sshd  2026-11-23T12:00:00Z  2026-11-23T12:10:00Z  1      yes       -             alice",
                        "2001:db8::7  sshd  2026-11-23T12:00:00Z  2026-11-23T12:10:00Z  1      yes       -             alice",
                        "192.0.2.8    sshd  2026-11-23T12:00:00Z  never                 1      yes       -             alice  \\x3chtml>\\x1b[2J",
                        "bans: 3");
        assertThat((String) invoke(sshdName, "listBansText", 1)).endsWith("bans: 1 of 3; a larger limit shows more");
        assertThat(answer(sshdName, "listBansText", -1)).isEqualTo("-1 is not a limit; it is 1 to 10000, or 0 for 100");
    }

    @Test
    void theStatusIsATextAndJsonInFail2bansWords() throws JMException {
        JsonObject status = JsonParser.parseString((String) invoke(daemonName, "getStatusJson"))
                .getAsJsonObject();

        JsonObject jail = status.getAsJsonArray("jails").get(1).getAsJsonObject();
        assertThat(jail.get("name").getAsString()).isEqualTo("sshd");
        assertThat(jail.get("currentlyBanned").getAsLong()).isEqualTo(2);
        assertThat(jail.getAsJsonArray("banned").get(0).toString())
                .isEqualTo("{\"address\":\"192.0.2.7\",\"since\":\"2026-11-23T12:00:00Z\","
                        + "\"until\":\"2026-11-23T12:10:00Z\",\"count\":1,\"enforcement\":[{\"action\":\"xt_recent\","
                        + "\"inForce\":true,\"confirmed\":null,\"lastDropped\":null,\"droppedLately\":0,"
                        + "\"sentence\":\"listed\"}]}");
        assertThat(jail.getAsJsonArray("actions").get(0).toString())
                .isEqualTo("{\"name\":\"xt_recent\",\"state\":\"READY\",\"reason\":\"\",\"entriesCurrent\":1,"
                        + "\"entriesPending\":2,\"entriesMax\":100,\"entriesForeign\":3,\"entriesProven\":4,"
                        + "\"writes\":5,\"errors\":6,\"evicted\":7,\"lapsed\":8,\"delisted\":9,"
                        + "\"latencyMicrosP99\":12.5,\"noticedWithinMillis\":0}");
        assertThat((String) invoke(daemonName, "getStatusText"))
                .startsWith("Bailiff 0.1.0 is DEGRADED: \\x3chtml>jail sshd waits\nup for 0 days 1 h 0 min")
                .contains("sshd    ACTIVE  sshd");
    }

    @Test
    void aPermanentBanHasTheEndNullInJson() throws JMException {
        sshd.bans.clear();
        sshd.bans.add(sshd.ban(Network.parse("192.0.2.8"), BanTime.PERMANENT, ""));

        assertThat((String) invoke(daemonName, "getStatusJson")).contains("\"until\":null");
    }

    @Test
    void aJailThatDoesNotAnswerHidesNoOther() throws JMException {
        odd.answers = false;

        assertThat((String) invoke(daemonName, "getStatusJson"))
                .contains("does not answer", "\"address\":\"2001:db8::7\"");
        assertThat((String) invoke(daemonName, "explainBan", "192.0.2.7"))
                .contains("does not answer", "sshd: 192.0.2.7 is banned since 2026-11-23T12:00:00Z");
        assertThat(invoke(daemonName, "unbanAll", "", false))
                .asString()
                .contains("bans ended: 0; then: jail a,b*\"c does not answer", "sshd: bans ended: 2");
    }

    @Test
    void anExplanationBeginsWithTheJailThatBans() throws JMException {
        assertThat((String) invoke(daemonName, "explainBan", "2001:db8::7")).startsWith("sshd: 2001:db8::7 is banned");
        assertThat((String) invoke(daemonName, "explainBan", "2001:db8::7"))
                .contains("a,b*\"c: 2001:db8::7 is not banned");

        odd.hasSeen = false;
        assertThat((String) invoke(daemonName, "explainBan", "2001:db8::7"))
                .startsWith("sshd: 2001:db8::7 is banned")
                .doesNotContain("c: 2001:db8::7")
                .endsWith("\nno ban, no failure and no ignore list entry of 2001:db8::7 in: a,b*\"c\n");
    }

    @Test
    void anExplanationShowsTheLinesSafely() throws JMException {
        assertThat(((String) invoke(daemonName, "explainBan", "192.0.2.7")).lines())
                .contains(
                        "sshd: 192.0.2.7 is banned since 2026-11-23T12:00:00Z until 2026-11-23T12:10:00Z; ban number 1 of it"
                                + " here, by alice",
                        "  2026-11-23T12:00:00Z, regex 2, 3 attempts: Failed password for root",
                        "  xt_recent: the list holds it",
                        "  it is ignored, because of 192.0.2.0/24",
                        "  bans before: 2, the last until 2026-11-23T11:59:00Z",
                        "  failures that count now: 1 of the 5 that ban",
                        "  2026-11-23T12:00:00Z, regex 1: \\x1b[31mInvalid user");
    }

    @Test
    void theConfigurationIsShownWithItsOrigins() throws JMException {
        assertThat((String) invoke(daemonName, "getConfigText"))
                .containsPattern("maxretry  = 5 +# jail.conf:7")
                .contains("jail.local:3: warning: nothing reads maxrety")
                .contains("have changed and are not loaded");
    }

    @Test
    void onlyAdministratorsSeeWhatProgramsAreGiven() throws JMException {
        assertThat((String) invoke(daemonName, "getConfigText")).contains("S3CR3T");

        tree.caller = Tree.OSCAR;

        assertThat((String) invoke(daemonName, "getConfigText"))
                .contains("= command[***] ")
                .doesNotContain("S3CR3T");
    }

    @Test
    void aReloadSaysWhatItChanged() throws JMException {
        assertThat(invoke(daemonName, "reload", true)).asString().startsWith("changes that a reload would make: 1");
        assertThat(invoke(daemonName, "reload", false))
                .isEqualTo("changes made: 1\nsshd: maxretry 5 -> 3\njail.local:3: warning: nothing reads maxrety");
    }

    @Test
    void everyAnswerCanBeSentToAClient() throws JMException, IOException {
        try (ObjectOutputStream stream = new ObjectOutputStream(new ByteArrayOutputStream())) {
            stream.writeObject(server.getMBeanInfo(daemonName));
            stream.writeObject(server.getMBeanInfo(sshdName));
            stream.writeObject(server.getMBeanInfo(actionName));
            stream.writeObject(invoke(daemonName, "listBans", "", 0, 0));
        }
    }

    @Test
    void aJailThatGoesTakesItsBeanAlong() {
        beans.remove(sshdName);
        beans.remove(sshdName);

        assertThat(server.isRegistered(sshdName)).isFalse();
        assertThat(server.isRegistered(daemonName)).isTrue();

        beans.removeAll();

        assertThat(names()).isEmpty();
    }

    @Test
    void notificationsComeNumberedFromTheDaemonAndFromTheJail() throws JMException {
        List<Notification> heard = new ArrayList<>();
        server.addNotificationListener(daemonName, (notification, handback) -> heard.add(notification), null, null);
        server.addNotificationListener(sshdName, (notification, handback) -> heard.add(notification), null, null);

        beans.send(announcement("sshd"));
        beans.send(announcement("sshd"));
        beans.send(announcement("gone"));

        assertThat(heard)
                .extracting(notification -> notification.getSource() + " " + notification.getSequenceNumber())
                .containsExactly(
                        daemonName + " 1", sshdName + " 1", daemonName + " 2", sshdName + " 2", daemonName + " 3");
        assertThat(heard).allSatisfy(notification -> {
            assertThat(notification.getType()).isEqualTo("org.bailiff.ban.added");
            assertThat(notification.getTimeStamp()).isEqualTo(FakeJail.NOW.toEpochMilli());
            assertThat(notification.getUserData()).isEqualTo(Map.of("address", "192.0.2.7"));
        });
    }

    private static Announcement announcement(String jail) {
        return new Announcement(
                Announcement.BAN_ADDED,
                Topic.jail(jail),
                FakeJail.NOW,
                "a message",
                new TreeMap<>(Map.of("address", "192.0.2.7")));
    }

    @Test
    void aListenerThatFailsIsNoConcernOfTheOthers() throws JMException {
        List<Notification> heard = new ArrayList<>();
        server.addNotificationListener(
                sshdName,
                (notification, handback) -> {
                    throw new IllegalStateException("broken");
                },
                null,
                null);
        server.addNotificationListener(sshdName, (notification, handback) -> heard.add(notification), null, null);

        beans.send(announcement("sshd"));

        assertThat(heard).hasSize(1);
    }
}
