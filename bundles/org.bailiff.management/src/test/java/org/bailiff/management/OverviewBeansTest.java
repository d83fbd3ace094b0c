// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.JMException;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import org.bailiff.api.jail.IgnoreList;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

/** Streams, the store, the ignore list, the audit trail, and what is told of them. */
class OverviewBeansTest {
    private final Tree tree = new Tree();

    private static SourceStatus waiting(String stream) {
        return new SourceStatus(stream, "file", SourceStatus.State.WAITING, "<html>no such file", -1, 90, 50, 3, 3, 1);
    }

    private List<Notification> listen(ObjectName bean) throws JMException {
        List<Notification> heard = new ArrayList<>();
        tree.server.addNotificationListener(bean, (notification, handback) -> heard.add(notification), null, null);
        return heard;
    }

    @Test
    void aStreamHasOneBeanHoweverManyJailsReadIt() throws JMException {
        tree.odd.sources.add(waiting("/var/log/auth.log"));
        tree.lookout.look();

        assertThat(tree.get(Tree.LOG, "JailsCurrent")).isEqualTo(2);
        assertThat(tree.answer(Tree.LOG, "listJailsText")).isEqualTo("a,b*\"c\nsshd");
        assertThat(tree.get(Tree.LOG, "State")).isEqualTo("WAITING");
        assertThat(tree.get(Tree.LOG, "StateReason")).isEqualTo("\\x3chtml>no such file");
        assertThat(tree.get(Tree.LOG, "Healthy")).isEqualTo(0);
        assertThat(tree.get(Tree.LOG, "PositionBytes")).isEqualTo(100L);
        assertThat(tree.get(Tree.LOG, "LagBytes")).isEqualTo(90L);
        assertThat(tree.get(Tree.LOG, "LinesReadTotal")).isEqualTo(90L);
        assertThat(tree.get(Tree.LOG, "Kind")).isEqualTo("file");
    }

    @Test
    void aStreamThatNobodyReadsAnyMoreTakesItsBeanAlong() {
        tree.sshd.sources.set(0, Tree.source("/var/log/other.log"));
        tree.lookout.look();

        assertThat(tree.names())
                .contains(BeanNames.source("/var/log/other.log"))
                .doesNotContain(Tree.LOG);
    }

    @Test
    void aStreamThatCannotBeReadIsToldOnceFromItsBeanAndTheDaemons() throws JMException {
        List<Notification> fromStream = listen(Tree.LOG);
        List<Notification> fromDaemon = listen(BeanNames.DAEMON);
        List<Notification> fromJail = listen(Tree.SSHD);
        tree.sshd.sources.set(0, waiting("/var/log/auth.log"));

        tree.lookout.look();
        tree.lookout.look();

        assertThat(fromStream).singleElement().satisfies(told -> {
            assertThat(told.getType()).isEqualTo("org.bailiff.source.state");
            assertThat(told.getMessage()).isEqualTo("/var/log/auth.log: is WAITING: <html>no such file");
            assertThat(told.getUserData())
                    .isEqualTo(Map.of(
                            "source", "/var/log/auth.log", "state", "WAITING", "reason", "\\x3chtml>no such file"));
        });
        assertThat(fromDaemon).hasSize(1);
        assertThat(fromJail).isEmpty();
    }

    @Test
    void aFilterThatChangesOrIsRefusedIsTold() throws JMException {
        List<Notification> heard = listen(Tree.SSHD_FILTER);
        tree.filters.with("sshd", "etc/filter.d/sshd.conf", 2, false);
        tree.lookout.look();
        tree.filters.refusing("sshd", "etc/filter.d/sshd.conf", FakeJail.NOW);
        tree.lookout.look();
        tree.lookout.look();
        tree.filters.refusing("sshd", "etc/filter.d/sshd.conf", FakeJail.NOW.plusSeconds(9));
        tree.lookout.look();

        assertThat(heard)
                .extracting(Notification::getType)
                .containsExactly(
                        "org.bailiff.filter.changed", "org.bailiff.filter.refused", "org.bailiff.filter.refused");
        assertThat(heard.get(0).getMessage())
                .isEqualTo("sshd: another definition is in force, from etc/filter.d/sshd.conf");
        assertThat(heard.get(1).getMessage()).contains("failregex 1 does not compile; what was in force stays");
    }

    @Test
    void aFilterThatNobodyOffersAnyMoreIsTold() throws JMException {
        List<Notification> heard = listen(Tree.SSHD_FILTER);
        tree.filters.statuses.remove("sshd");
        tree.lookout.look();

        assertThat(heard).singleElement().satisfies(told -> assertThat(told.getMessage())
                .isEqualTo("sshd: nobody offers it any more"));
    }

    @Test
    void whatWasThereAtTheFirstLookIsNoNews() throws JMException {
        List<Notification> heard = listen(BeanNames.DAEMON);

        tree.lookout.look();

        assertThat(heard).isEmpty();
    }

    @Test
    void anotherConfigurationIsTold() throws JMException {
        List<Notification> heard = listen(BeanNames.DAEMON);
        tree.settings.revision = 5;
        tree.lookout.look();

        assertThat(heard).singleElement().satisfies(told -> {
            assertThat(told.getType()).isEqualTo("org.bailiff.configuration.changed");
            assertThat(told.getUserData()).isEqualTo(Map.of("revision", "5", "result", "fine"));
        });
    }

    @Test
    void theStoreSaysWhatItKeepsAndThatItDoesNot() throws JMException {
        assertThat(tree.get(BeanNames.STORE, "State")).isEqualTo("FAILED");
        assertThat(tree.get(BeanNames.STORE, "StateReason")).isEqualTo("\\x3chtml>the disk is full");
        assertThat(tree.get(BeanNames.STORE, "Healthy")).isEqualTo(0);
        assertThat(tree.get(BeanNames.STORE, "EntriesCurrent")).isEqualTo(3);
        assertThat(tree.get(BeanNames.STORE, "JournalBytes")).isEqualTo(4096L);
        assertThat(tree.get(BeanNames.STORE, "RecordsTotal")).isEqualTo(17L);
        assertThat(tree.get(BeanNames.STORE, "CorruptRecordsTotal")).isEqualTo(2L);
        assertThat(tree.get(BeanNames.STORE, "LastRestoreMillis")).isEqualTo(250L);

        tree.servicesPresent = false;

        assertThat(tree.get(BeanNames.STORE, "State")).isEqualTo("MISSING");
    }

    @Test
    void theIgnoreListTakesAndGivesBack() throws JMException {
        ObjectName list = BeanNames.IGNORE_LIST;

        assertThat(tree.answer(list, "add", "198.51.100.9/24", "String", 0L))
                .isEqualTo("no jail bans 198.51.100.0/24 from now on; a ban in force does not end by it");
        assertThat(tree.answer(list, "add", "2001:db8::9", "our\u001b scanner", 60L))
                .startsWith("no jail bans 2001:db8::9 until 2026-11-23T12:01:00Z");

        assertThat(tree.ignored.entries)
                .extracting(IgnoreList.Entry::target, IgnoreList.Entry::comment, IgnoreList.Entry::by)
                .containsExactly(
                        tuple(Network.parse("198.51.100.0/24"), "", "alice"),
                        tuple(Network.parse("2001:db8::9"), "our\\x1b scanner", "alice"));
        assertThat(tree.get(list, "EntriesCurrent")).isEqualTo(2);
        assertThat(tree.answer(list, "listEntriesText", 0)).contains("198.51.100.0/24", "never", "entries: 2");
        TabularData table = (TabularData) tree.invoke(list, "listEntries", 0, 0);
        assertThat(table.get(new Object[] {"2001:db8::9"}).get("until")).isEqualTo("2026-11-23T12:01:00Z");
        assertThat(tree.answer(list, "remove", "198.51.100.0/24"))
                .startsWith("198.51.100.0/24 is not ignored any more");
        assertThat(tree.answer(list, "remove", "198.51.100.0/24")).contains("is no entry of this list");
        assertThat(tree.answer(list, "add", "192.0.2.9", "", -1L)).startsWith("-1 is not a time in seconds");
    }

    @Test
    void anAddressIsCheckedAgainstTheListAndAgainstEachJails() throws JMException {
        tree.ignored.add(Network.parse("192.0.2.0/28"), "office", Optional.empty(), Tree.ALICE);
        tree.odd.answers = false;

        assertThat(tree.answer(BeanNames.IGNORE_LIST, "checkAddress", "192.0.2.7")
                        .lines())
                .containsExactly(
                        "all jails ignore 192.0.2.7, because of 192.0.2.0/28 (office), added by alice",
                        "jail a,b*\"c: jail a,b*\"c does not answer",
                        "jail sshd ignores 192.0.2.7, because of 192.0.2.0/24");
    }

    @Test
    void theAuditTrailIsATextAndATableTheNewestFirst() throws JMException {
        tree.trail.add(Tree.change(FakeJail.NOW, Tree.OSCAR));
        tree.trail.add(Tree.change(FakeJail.NOW.minusSeconds(9), Tree.ALICE));

        assertThat(tree.answer(BeanNames.DAEMON, "listAuditText", 0).lines())
                .containsExactly(
                        "TIME                  WHO                 FROM             WHAT  SUBJECT        BEFORE  AFTER  OUTCOME",
                        "2026-11-23T12:00:00Z  oscar (jmx-remote)  127.0.0.1:40112  set   sshd maxretry  5       3      done",
                        "2026-11-23T11:59:51Z  alice (jmx-local)                    set   sshd maxretry  5       3      done");
        TabularData table = (TabularData) tree.invoke(BeanNames.DAEMON, "listAudit", 1, 1);
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.get(new Object[] {1}).get("principal")).isEqualTo("alice");
    }

    @Test
    void withoutTheServicesTheBeansSayWhatIsMissing() throws JMException {
        tree.servicesPresent = false;

        assertThat(tree.get(BeanNames.IGNORE_LIST, "EntriesCurrent")).isEqualTo(0);
        assertThatThrownBy(() -> tree.invoke(BeanNames.IGNORE_LIST, "listEntriesText", 0))
                .hasRootCauseMessage(
                        "there is no ignore list; see in the log why bundle org.bailiff.jail does not offer it");
        assertThatThrownBy(() -> tree.invoke(BeanNames.DAEMON, "listAuditText", 0))
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .rootCause()
                .hasMessageStartingWith("the audit trail is not there");
    }
}
