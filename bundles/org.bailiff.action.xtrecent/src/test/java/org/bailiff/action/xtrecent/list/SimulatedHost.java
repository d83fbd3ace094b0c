// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.bailiff.text.Address;

/**
 * A host with a list, a daemon whose two jails share it, and an operator. Every verb is one step: what it leads to is dealt
 * with by the jails, and then compared with the model.
 */
final class SimulatedHost {
    private static final String ROUND = "a round";

    private final ManualTime time = new ManualTime();
    private final ManualTime clock = new ManualTime();
    private final FakeKernelList noHits = new FakeKernelList(time);
    private final List<String> history = new ArrayList<>();
    final FakeKernelList kernel = new FakeKernelList(time);
    final Faults faults;
    final ListModel model;
    final List<SimulatedJail> jails;
    private final ListSettings settings;
    private final FaultyFile file;
    private RecentLists lists;

    /** The daemon ends in the middle of what it does. */
    private static final class Kill extends Error {}

    SimulatedHost(Map<String, String> parameters, Random random, BuiltInFault fault) {
        noHits.exists = false;
        settings = RecentSettings.of("sshd", parameters, false).addresses().get(0);
        faults = new Faults(random);
        file = new FaultyFile(fault.in(kernel), faults);
        model = new ListModel(kernel, settings, file);
        jails = List.of(new SimulatedJail("sshd", model), new SimulatedJail("nginx", model));
        jails.forEach(model::add);
    }

    ListSettings settings() {
        return settings;
    }

    Instant now() {
        return clock.instant();
    }

    List<String> history() {
        return history;
    }

    boolean daemonRuns() {
        return lists != null;
    }

    private RecentFile file(Path path) {
        return path.toString().endsWith(ListSettings.HITS_SUFFIX) ? noHits : file;
    }

    /** Rounds in a row are told as one. */
    private void note(String what) {
        String last = history.isEmpty() ? "" : history.get(history.size() - 1);
        if (!what.equals(ROUND) || !last.endsWith(ROUND)) {
            history.add(what);
        } else {
            int count = last.equals(ROUND) ? 1 : Integer.parseInt(last.substring(0, last.indexOf(' ')));
            history.set(history.size() - 1, count + 1 + " times " + ROUND);
        }
    }

    /** One step, and what must hold after it. */
    void step(String what, Runnable action) {
        note(what);
        try {
            action.run();
            jails.forEach(jail -> jail.work(clock.instant()));
        } catch (Kill kill) {
            history.add("killed");
            ended();
        }
        if (faults.mayHappen() || !kernel.exists || kernel.denied) {
            model.hindered();
        }
        model.check();
    }

    void startDaemon() {
        step("the daemon starts", () -> {
            lists = new RecentLists(this::file, new KeptList.Times(time, clock));
            model.begun();
            jails.forEach(jail -> jail.start(lists, settings));
        });
    }

    void kill() {
        step("the daemon is killed", this::ended);
    }

    private void ended() {
        lists = null;
        jails.forEach(SimulatedJail::killed);
        model.hindered();
        model.leftBehind(new TreeSet<>(kernel.addresses()));
    }

    void stop(SimulatedJail jail, boolean release) {
        step(jail + " stops" + (release ? " for good" : ""), () -> {
            Set<Address> left = release ? Set.of() : new TreeSet<>(jail.handed());
            boolean last = jails.stream().filter(SimulatedJail::isRunning).count() == 1;
            boolean unable = faults.mayHappen()
                    || !kernel.exists
                    || kernel.denied
                    || !model.calm().unhinderedFor(1);
            jail.stop(lists, settings, release);
            model.disturbed();
            if (last) {
                model.hindered();
            }
            model.leftBehind(last && unable ? new TreeSet<>(kernel.addresses()) : left);
        });
    }

    void start(SimulatedJail jail) {
        step(jail + " starts", () -> {
            if (jails.stream().noneMatch(SimulatedJail::isRunning)) {
                model.begun();
            }
            jail.start(lists, settings);
        });
    }

    void ban(SimulatedJail jail, Address address, Duration length) {
        Instant end = length.isNegative() ? Instant.MAX : now().plus(length);
        step(jail + " bans " + address + (length.isNegative() ? "" : " for " + length), () -> jail.ban(address, end));
    }

    void unban(SimulatedJail jail, Address address) {
        step(jail + " unbans " + address, () -> jail.unban(address));
    }

    void pass(Duration duration) {
        step(duration + " pass", () -> passTime(duration));
    }

    private void passTime(Duration duration) {
        time.pass(duration);
        clock.pass(duration);
    }

    void setClock(Duration change) {
        step("the clock is set by " + change, () -> clock.pass(change));
    }

    /** A round of maintenance, half a second after the last. */
    void round() {
        step(ROUND, () -> {
            passTime(ListKeeper.INTERVAL);
            int before = model.foreignSinceLook();
            lists.round();
            model.roundEnded(model.foreignSinceLook() - before);
        });
    }

    void rounds(int count) {
        for (int round = 0; round < count && daemonRuns(); round++) {
            round();
        }
    }

    /** A round in the middle of which something happens. */
    void interruptedRound(int calls, String what, Runnable event) {
        history.add("before call " + calls + " of the next round " + what);
        file.interrupt(calls, event);
        round();
        if (!file.wasInterrupted()) {
            history.add("it did not come to that");
        }
    }

    void killNow() {
        throw new Kill();
    }

    void beginFaults(double share) {
        step("of a thousand calls " + Math.round(share * 1000) + " fail", () -> faults.begin(share));
    }

    /** All that hinders the daemon ends. */
    void mend() {
        step("all is mended", () -> {
            faults.end();
            kernel.swallowed.clear();
            kernel.denied = false;
            if (!kernel.exists) {
                kernel.makeAnew();
            }
            model.hindered();
        });
        if (!daemonRuns()) {
            startDaemon();
        }
        jails.stream().filter(jail -> !jail.isRunning()).forEach(this::start);
    }

    void checkAtRest() {
        step("all is at rest", model::checkAtRest);
    }
}
