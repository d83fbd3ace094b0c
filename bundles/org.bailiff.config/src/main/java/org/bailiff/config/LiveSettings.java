// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.Caller;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.config.ReloadReport;
import org.bailiff.api.config.Setting;
import org.bailiff.api.config.Settings;
import org.bailiff.config.files.EtcTexts;
import org.bailiff.config.override.OverridableKey;
import org.bailiff.config.override.Overrides;
import org.bailiff.config.override.OverridesFile;
import org.bailiff.dialect.Nearest;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration in force. Changes are made one at a time, under its lock; what is in force is an immutable value that
 * anybody may read meanwhile.
 */
final class LiveSettings implements Settings {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

    /** After a reload; who closes a port may need a second. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private static final Duration LOOK = Duration.ofMillis(10);

    private final EtcWatch etc;
    /** Guarded by this. */
    private final OverridesFile overrides;
    /** Guarded by this. */
    private final Handover handover;

    private final Inspection inspection;
    /** Held during a reload, so that a later one does not find its files older than those in force. */
    private final Object reloading = new Object();
    /** Written under the lock. */
    private volatile InForce inForce = new InForce(Loaded.NOTHING, 0, List.of(), "nothing was loaded yet");

    /**
     * What is in force at a moment.
     *
     * @param revision counts the configurations that were in force
     * @param ownProblems what neither the files nor the checks tell of
     * @param reloadResult how the last reload ended
     */
    private record InForce(Loaded loaded, long revision, List<Problem> ownProblems, String reloadResult) {}

    LiveSettings(EtcWatch etc, OverridesFile overrides, Handover handover, Inspection inspection) {
        this.etc = etc;
        this.overrides = overrides;
        this.handover = handover;
        this.inspection = inspection;
    }

    /**
     * Puts the files in force for the first time. What is said of an area of the daemon is not examined: the bundle that it
     * is for may not be there yet, and ends the process itself if it cannot do it.
     *
     * @return the errors in {@code bailiff.conf}; if there are any, nothing is in force
     */
    synchronized List<Problem> start() {
        EtcTexts texts = etc.read();
        List<Problem> errors = DaemonKeys.read(texts).problems();
        if (errors.isEmpty()) {
            etc.compareWith(texts);
            Loaded loaded = Loading.load(etc.path(), texts, overrides.overrides());
            putInForce(loaded, "loaded " + counted(loaded.jails().size(), "jail") + " at start");
        }
        return errors;
    }

    @Override
    public ReloadReport reload(boolean dryRun, Caller caller) {
        // Who put a filter there and now reloads means that one, too.
        inspection.refreshFilters();
        synchronized (reloading) {
            EtcTexts texts = etc.read();
            // Other bundles are asked without the lock of what is in force: they may need a moment.
            List<Problem> ofDaemon = inspection.daemonProblems(texts);
            Optional<Problem> error = ofDaemon.stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .findFirst();
            if (error.isPresent()) {
                refuse(dryRun, "refused, everything stays as it was: " + error.get());
                return new ReloadReport(false, List.of(), ofDaemon);
            }
            Reloaded reloaded = load(texts, dryRun);
            if (!dryRun) {
                awaitSettled(SETTLING);
            }
            List<Problem> problems = problems(reloaded.loaded(), reloaded.ownProblems());
            reloaded.changes().refused(problems, reloaded.loaded());
            return new ReloadReport(!dryRun, reloaded.changes().lines(), problems);
        }
    }

    /**
     * Waits until it is known what has become of the daemon's areas, which others work by on threads of their own.
     *
     * @return whether it is known; false if it took longer
     */
    boolean awaitSettled(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!inspection.isSettled(inForce.loaded().daemon())) {
                if (System.nanoTime() > end) {
                    return false;
                }
                Thread.sleep(LOOK.toMillis());
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a reload made. */
    private record Reloaded(Loaded loaded, Changes changes, List<Problem> ownProblems) {}

    private synchronized Reloaded load(EtcTexts texts, boolean dryRun) {
        Loaded before = inForce.loaded();
        EtcTexts usable = texts.orUsableOf(before.texts());
        Loaded next = Loading.load(etc.path(), usable, overrides.overrides());
        Changes changes = Changes.between(etc.path(), before, next);
        String result = "reloaded, " + counted(changes.jails().size(), "jail") + " changed";
        if (!overrides.overrides().entries().isEmpty()) {
            changes.hidden(overrides.overrides(), withoutOverrides(before.texts()), withoutOverrides(usable));
        }
        if (!dryRun) {
            etc.compareWith(texts);
            putInForce(next, result);
            LOG.info("Configuration {}", result);
        }
        return new Reloaded(next, changes, inForce.ownProblems());
    }

    private Loaded withoutOverrides(EtcTexts texts) {
        return Loading.load(etc.path(), texts, Overrides.NONE);
    }

    private synchronized void refuse(boolean dryRun, String result) {
        if (!dryRun) {
            LOG.error("Reload {}", result);
            inForce = new InForce(inForce.loaded(), inForce.revision(), inForce.ownProblems(), result);
        }
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    @Override
    public synchronized void set(String jail, String key, String value, Caller caller) {
        requireJail(jail);
        OverridableKey overridable = OverridableKey.of(key);
        String checked = overridable.checked(value);
        change(jail, overrides.overrides().with(overrides.entry(jail, overridable.key(), checked, caller)));
    }

    @Override
    public synchronized void unset(String jail, String key, Caller caller) {
        // One of a jail that no file configures any more can be taken back, too.
        if (overrides.overrides().find(jail, key.toLowerCase(Locale.ROOT)).isEmpty()) {
            requireJail(jail);
        }
        change(jail, overrides.overrides().without(jail, OverridableKey.of(key).key()));
    }

    /** Works on the texts in force, not on the files, which may have changed meanwhile and act only on reload. */
    private void change(String jail, Overrides changed) {
        Overrides before = overrides.overrides();
        if (changed.equals(before)) {
            return;
        }
        use(changed);
        Optional<Problem> failure = failureOf(jail);
        if (failure.isPresent()) {
            use(before);
            throw new IllegalStateException(
                    "it is neither in force nor kept: " + failure.get().message());
        }
        try {
            overrides.save();
        } catch (IOException notKept) {
            throw new IllegalStateException(
                    "it is in force, but could not be kept for the next start: " + notKept.getMessage(), notKept);
        }
    }

    /** Why the jail did not get what it was to have; empty if it has it. */
    private Optional<Problem> failureOf(String jail) {
        JailConfiguration wanted = inForce.loaded().jails().get(jail);
        return wanted == null || handover.has(wanted)
                ? Optional.empty()
                : inForce.ownProblems().stream()
                        .filter(problem -> problem.jail().equals(jail))
                        .findFirst();
    }

    private void use(Overrides changed) {
        overrides.replace(changed);
        putInForce(Loading.load(etc.path(), inForce.loaded().texts(), changed), inForce.reloadResult());
    }

    private void requireJail(String jail) {
        Set<String> names = inForce.loaded().jails().keySet();
        if (!names.contains(jail)) {
            throw new IllegalArgumentException("there is no jail '" + SafeText.of(jail, 80) + "'"
                    + Nearest.to(jail, names)
                            .map(name -> "; did you mean " + name + "?")
                            .orElse(names.isEmpty() ? "" : "; there are " + String.join(", ", names)));
        }
    }

    private void putInForce(Loaded next, String reloadResult) {
        Loaded current = inForce.loaded();
        boolean same = next.jails().equals(current.jails()) && next.daemon().equals(current.daemon());
        long revision = same && inForce.revision() > 0 ? inForce.revision() : inForce.revision() + 1;
        List<Problem> ownProblems = new ArrayList<>(overrides.problems());
        ownProblems.addAll(handover.handOver(next));
        inForce = new InForce(next, revision, List.copyOf(ownProblems), reloadResult);
    }

    @Override
    public List<Setting> effective(String jail) {
        requireJail(jail);
        return inForce.loaded().jails().get(jail).settings().values().stream()
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
    }

    @Override
    public List<Problem> problems() {
        InForce current = inForce;
        return problems(current.loaded(), current.ownProblems());
    }

    private List<Problem> problems(Loaded loaded, List<Problem> ownProblems) {
        List<Problem> problems = new ArrayList<>(ownProblems);
        problems.addAll(inspection.problems(loaded));
        return problems;
    }

    /** What is wrong, as far as it is known without other bundles, which may come later. */
    List<Problem> ownProblems() {
        InForce current = inForce;
        List<Problem> problems = new ArrayList<>(current.ownProblems());
        problems.addAll(current.loaded().problems());
        return problems;
    }

    @Override
    public List<Problem> losses() {
        return inForce.ownProblems();
    }

    @Override
    public long revision() {
        return inForce.revision();
    }

    @Override
    public String lastReloadResult() {
        return inForce.reloadResult();
    }

    @Override
    public boolean changedNotLoaded() {
        return etc.changed();
    }
}
