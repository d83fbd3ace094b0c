// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.action.Comparison;
import org.bailiff.api.action.Proof;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.jail.BanReport;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.jail.Explanation;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.jail.LineExplanation;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.store.Store;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/**
 * A jail as others see it: at work, disabled, or FAILED because its configuration is wrong. Thread-safe; {@code this}
 * guards changes of what it is.
 */
final class JailService implements Jail {
    private final String name;
    private final Surroundings surroundings;
    private final Store store;
    private final Orders orders;
    private final Counts counts = new Counts();
    private volatile Present present = new Present(null, null, null, "");

    /**
     * What the jail is at present.
     *
     * @param configuration as it was given
     * @param settings in force; null if there never were good ones
     * @param run null unless at work
     * @param wrong why the configuration is not in force; empty if it is
     */
    private record Present(JailConfiguration configuration, JailSettings settings, JailRun run, String wrong) {}

    JailService(String name, Surroundings surroundings, Store store) {
        this.name = name;
        this.surroundings = surroundings;
        this.store = store;
        this.orders = new Orders(name, surroundings);
    }

    /** Becomes what the configuration says. A wrong one leaves what is in force as it is, and says why. */
    synchronized void configure(JailConfiguration configuration) {
        SettingsReader reader = new SettingsReader(configuration, surroundings);
        JailSettings wanted = reader.read();
        Optional<String> wrong = configuration.value(JailConfiguration.ERROR).or(reader::error);
        Present before = present;
        if (wrong.isPresent() && wanted.enabled()) {
            String kept = before.run() == null ? "" : "; what was in force before still is";
            fail(new Present(configuration, before.settings(), before.run(), wrong.get() + kept));
            return;
        }
        try {
            JailRun run = wanted.enabled() ? runWith(before.run(), wanted) : stopped(before.run());
            present = new Present(configuration, wanted, run, "");
        } catch (IllegalStateException noLog) {
            // The jail's log is of a later version, or cannot be read: to go on without would forget its bans.
            fail(new Present(configuration, wanted, null, noLog.getMessage()));
        }
    }

    private void fail(Present failed) {
        present = failed;
        surroundings.announcements().stateChanged(name, JailState.FAILED, failed.wrong());
    }

    private JailRun runWith(JailRun before, JailSettings wanted) {
        if (before != null) {
            before.use(wanted);
            return before;
        }
        JailRun run = new JailRun(name, surroundings, wanted, store.open(name), counts);
        run.start();
        return run;
    }

    private JailRun stopped(JailRun before) {
        if (before != null) {
            before.stop(true);
            counts.rest();
            surroundings.announcements().stateChanged(name, JailState.DISABLED, "");
        }
        return null;
    }

    /**
     * Ends.
     *
     * @param release whether the jail is removed, so that its bans are taken out of the system
     */
    synchronized void close(boolean release) {
        JailRun run = present.run();
        present = new Present(present.configuration(), present.settings(), null, "the jail has ended");
        if (run != null) {
            run.stop(release);
            counts.rest();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JailStatus status() {
        Present now = present;
        Health health = healthOf(now);
        JailSettings settings = now.settings() == null
                ? new SettingsReader(new JailConfiguration(name, Map.of()), surroundings).read()
                : now.settings();
        List<SourceStatus> sources = now.run() == null ? List.of() : now.run().sources();
        return new JailStatus(
                name,
                health.state(),
                health.reason(),
                settings.filter().name(),
                sources,
                now.run() == null ? List.of() : now.run().actions(),
                settings.thresholds().banTimes().base(),
                settings.thresholds().findTime(),
                settings.thresholds().maxRetry(),
                counts.trackedAddresses(),
                counts.totals().failed(),
                counts.currentlyBanned(),
                counts.totals().banned(),
                counts.trackedAddresses(),
                counts.linesRead(sources),
                counts.linesMatched(),
                counts.linesIgnored(),
                counts.lastMatch(),
                counts.linesMissed(),
                counts.matchP99(),
                now.run() == null ? List.of() : now.run().cutOffs());
    }

    private static Health healthOf(Present now) {
        if (!now.wrong().isEmpty()) {
            return new Health(JailState.FAILED, now.wrong());
        }
        return now.run() == null
                ? new Health(JailState.DISABLED, disabled(now))
                : now.run().health();
    }

    private static String disabled(Present now) {
        boolean paused = now.settings() != null && now.settings().pause().isPresent();
        return paused ? "it is paused, too, and will not read when it is enabled" : "";
    }

    @Override
    public List<Ban> bans() {
        JailRun run = present.run();
        return run == null ? List.of() : run.ask(work -> work.decisions().bans());
    }

    @Override
    public BanReport ban(BanRequest request, Caller caller) {
        return ordered(
                caller, "ban", request.target().toString(), run -> run.ask(work -> orders.ban(work, request, caller)));
    }

    @Override
    public BanReport unban(Network target, Caller caller) {
        return ordered(caller, "unban", target.toString(), run -> run.ask(work -> orders.unban(work, target, caller)));
    }

    @Override
    public Explanation explain(Address address) {
        JailRun run = present.run();
        if (run == null) {
            return new Explanation(
                    name,
                    Network.single(address),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    List.of(),
                    0,
                    status().maxRetry(),
                    Optional.empty(),
                    List.of());
        }
        return run.ask(work -> orders.explain(work, address, run.whyBansWait()));
    }

    @Override
    public LineExplanation explainLine(String line) {
        JailRun run = present.run();
        Instant now = surroundings.clock().instant();
        return run == null ? new LineExplanation(name, now, Optional.empty(), List.of()) : run.explainLine(line, now);
    }

    @Override
    public List<Proof> prove(Network target) {
        JailRun run = present.run();
        return run == null ? List.of() : run.prove(target);
    }

    @Override
    public Comparison resync(String action, boolean dryRun, Caller caller) {
        if (dryRun) {
            return atWork().resync(action, true);
        }
        return ordered(caller, "resync", action, run -> {
            Comparison comparison = run.resync(action, false);
            String found = comparison.found() + " of " + comparison.wanted() + " were in force";
            surroundings.announcements().audit(caller, "resync", name + " " + action, found, "", "done");
            return comparison;
        });
    }

    /** Has an order carried out, which leaves its own trail; one that is refused or fails leaves that. */
    private <T> T ordered(Caller caller, String what, String subject, Function<JailRun, T> order) {
        try {
            return order.apply(atWork());
        } catch (IllegalArgumentException | IllegalStateException refused) {
            surroundings
                    .announcements()
                    .audit(caller, what, name + " " + SafeText.of(subject, 100), "", "", refused.getMessage());
            throw refused;
        }
    }

    @Override
    public void release(Caller caller) {
        JailRun run = present.run();
        if (run != null) {
            run.ask(work -> orders.release(work, caller));
        }
    }

    private JailRun atWork() {
        JailRun run = present.run();
        if (run == null) {
            String why = present.wrong().isEmpty() ? "is disabled; enable it first" : "is FAILED: " + present.wrong();
            throw new IllegalStateException("jail " + name + " " + why);
        }
        return run;
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        present.configuration().settings().forEach((key, setting) -> settings.put(key, setting.value()));
        return settings;
    }
}
