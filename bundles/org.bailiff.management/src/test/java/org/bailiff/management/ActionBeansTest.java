// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.action.ActionStatus;
import org.junit.jupiter.api.Test;

class ActionBeansTest {
    private static final Caller LOCAL = new Caller("alice", "jmx-local", Role.ADMINISTRATOR);
    private static final long PATIENCE_SECONDS = 30;

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final FakeJail sshd = new FakeJail("sshd");
    private final List<Runnable> waiting = new ArrayList<>();
    private final ActionBeans actions = new ActionBeans(new Beans(server), waiting::add, () -> LOCAL);

    /** Does what was asked for, as the thread would. */
    private void work() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    private List<String> names() throws JMException {
        return server.queryNames(new ObjectName("org.bailiff:*"), null).stream()
                .map(ObjectName::toString)
                .sorted()
                .toList();
    }

    private static ObjectName xtRecent() throws JMException {
        return new ObjectName("org.bailiff:type=Action,name=xt_recent,jail=\"sshd\"");
    }

    private static ActionStatus ready(String action) {
        return FakeJail.action(action, ActionStatus.State.READY, "");
    }

    @Test
    void aJailThatComesBringsTheBeansOfItsActions() throws JMException {
        sshd.actions.add(ready("a,b=\"c\""));

        actions.add(sshd);
        assertThat(names()).isEmpty();
        work();

        assertThat(names())
                .containsExactlyInAnyOrder(
                        xtRecent().toString(),
                        "org.bailiff:type=Action,name=" + ObjectName.quote("a,b=\"c\"") + ",jail=\"sshd\"");
    }

    @Test
    void changedActionsAreShownWhetherTheNewsComesBeforeTheJailOrAfter() throws JMException {
        actions.actionsChanged("sshd");
        work();
        actions.add(sshd);
        work();
        assertThat(names()).containsExactly(xtRecent().toString());

        sshd.actions.set(0, ready("log"));
        actions.actionsChanged("sshd");
        work();

        assertThat(names()).containsExactly("org.bailiff:type=Action,name=log,jail=\"sshd\"");
    }

    @Test
    void newsThatWaitAreDealtWithOnce() {
        actions.add(sshd);
        work();

        Collections.nCopies(1000, "sshd").forEach(actions::actionsChanged);

        assertThat(waiting).hasSize(1);
    }

    @Test
    void aJailThatGoesTakesItsActionsBeansAlong() throws JMException {
        actions.add(sshd);
        actions.remove(sshd);
        actions.actionsChanged("sshd");
        work();

        assertThat(names()).isEmpty();
    }

    @Test
    void aJailThatComesInTheOthersPlaceIsTheOneThatIsShown() throws JMException {
        FakeJail later = new FakeJail("sshd");
        later.actions.set(0, FakeJail.action("xt_recent", ActionStatus.State.WAITING, "no list"));

        actions.add(sshd);
        actions.add(later);
        actions.remove(sshd);
        work();

        assertThat(server.getAttribute(xtRecent(), "State")).isEqualTo("WAITING");
    }

    @Test
    void attributesAreThoseOfTheActionNow() throws JMException {
        actions.add(sshd);
        work();

        assertThat(server.getAttribute(xtRecent(), "EntriesCurrent")).isEqualTo(1L);
        assertThat(server.getAttribute(xtRecent(), "EntriesPendingCurrent")).isEqualTo(2L);
        assertThat(server.getAttribute(xtRecent(), "EntriesMax")).isEqualTo(100L);
        assertThat(server.getAttribute(xtRecent(), "ForeignEntriesCurrent")).isEqualTo(3L);
        assertThat(server.getAttribute(xtRecent(), "ProvenBlockingCurrent")).isEqualTo(4L);
        assertThat(server.getAttribute(xtRecent(), "WritesTotal")).isEqualTo(5L);
        assertThat(server.getAttribute(xtRecent(), "ErrorsTotal")).isEqualTo(6L);
        assertThat(server.getAttribute(xtRecent(), "EvictedTotal")).isEqualTo(7L);
        assertThat(server.getAttribute(xtRecent(), "LapsedTotal")).isEqualTo(8L);
        assertThat(server.getAttribute(xtRecent(), "DelistedByHandTotal")).isEqualTo(9L);
        assertThat(server.getAttribute(xtRecent(), "LatencyMicrosP99")).isEqualTo(12.5);
        assertThat(server.getAttribute(xtRecent(), "Healthy")).isEqualTo(1);

        sshd.actions.set(0, FakeJail.action("xt_recent", ActionStatus.State.READY, "<html>will not last"));

        assertThat(server.getAttribute(xtRecent(), "State")).isEqualTo("READY");
        assertThat(server.getAttribute(xtRecent(), "StateReason")).isEqualTo("\\x3chtml>will not last");
        assertThat(server.getAttribute(xtRecent(), "Healthy")).isEqualTo(0);
    }

    @Test
    void anActionThatIsGoneSaysSoUntilItsBeanIsGoneToo() {
        actions.add(sshd);
        work();
        sshd.actions.clear();

        assertThatThrownBy(() -> server.getAttribute(xtRecent(), "State"))
                .hasRootCauseMessage("jail sshd has no action xt_recent any more");
    }

    @Test
    void verifyingChangesNothingAndResynchronizingOnlyIfAsked() throws JMException {
        sshd.differences = List.of("192.0.2.7 is missing", "\u001b[2J");
        actions.add(sshd);
        work();

        assertThat(call("verify"))
                .isEqualTo("wanted:      3\nin force:    1\n"
                        + "differences: 2, not put right; resync with dryRun false does\n"
                        + "  192.0.2.7 is missing\n  \\x1b[2J");
        assertThat(call("resync", true)).isEqualTo(call("verify"));
        assertThat(call("resync", false).toString()).contains("differences: 2, put right");
        assertThat(sshd.resyncs)
                .containsExactly(
                        "xt_recent true by alice (jmx-local)",
                        "xt_recent true by alice (jmx-local)",
                        "xt_recent true by alice (jmx-local)",
                        "xt_recent false by alice (jmx-local)");
    }

    private Object call(String operation, Object... arguments) throws JMException {
        String[] signature = arguments.length == 0 ? new String[0] : new String[] {"boolean"};
        return server.invoke(xtRecent(), operation, arguments, signature);
    }

    @Test
    void aLongListOfDifferencesIsCutAndCounted() throws JMException {
        sshd.differences = Collections.nCopies(1000, "an address is missing");
        actions.add(sshd);
        work();

        String text = call("verify").toString();

        assertThat(text.lines()).hasSize(3 + 100 + 1).endsWith("  and 900 more");
        assertThat(text).contains("differences: at least 1000, not put right");
    }

    @Test
    void whoBringsNewsDoesNotWaitForTheThreadThatShowsThem() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (BeansThread thread = new BeansThread()) {
            thread.execute(() -> awaitQuietly(stuck));
            thread.execute(done::countDown);
            assertThat(done.getCount()).isEqualTo(1);
            stuck.countDown();

            assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatWaitsAtTheEndIsDoneAndWhatComesLaterIsNot() {
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        BeansThread thread = new BeansThread();
        thread.execute(() -> done.add("before"));
        thread.close();
        thread.execute(() -> done.add("after"));

        assertThat(done).containsExactly("before");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
