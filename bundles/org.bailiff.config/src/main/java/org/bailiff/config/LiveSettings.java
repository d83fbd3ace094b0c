// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    private final EtcWatch etc;
    /** Guarded by this. */
    private final OverridesFile overrides;
    /** Guarded by this. */
    private final JailConfigurations target;

    private final Inspection inspection;
    /** What was handed over to the target. Guarded by this. */
    private final Map<String, JailConfiguration> handedOver = new TreeMap<>();
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

    LiveSettings(EtcWatch etc, OverridesFile overrides, JailConfigurations target, Inspection inspection) {
        this.etc = etc;
        this.overrides = overrides;
        this.target = target;
        this.inspection = inspection;
    }

    /**
     * Puts the files in force for the first time.
     *
     * @return the errors in {@code bailiff.conf}; if there are any, nothing is in force
     */
    synchronized List<Problem> start() {
        EtcTexts texts = etc.read();
        List<Problem> errors = DaemonKeys.problems(texts);
        if (errors.isEmpty()) {
            etc.compareWith(texts);
            Loaded loaded = Loading.load(etc.path(), texts, overrides.overrides());
            putInForce(loaded, "loaded " + counted(loaded.jails().size(), "jail") + " at start");
        }
        return errors;
    }

    @Override
    public ReloadReport reload(boolean dryRun, Caller caller) {
        Reloaded reloaded = load(dryRun);
        if (!reloaded.errors().isEmpty()) {
            return new ReloadReport(false, List.of(), reloaded.errors());
        }
        // Other bundles are asked without the lock: they may need a moment.
        List<Problem> problems = problems(reloaded.loaded(), reloaded.ownProblems());
        return new ReloadReport(!dryRun, reloaded.changes(), problems);
    }

    /**
     * What a reload made.
     *
     * @param errors those of {@code bailiff.conf}; if there are any, nothing was made
     */
    private record Reloaded(List<Problem> errors, Loaded loaded, List<String> changes, List<Problem> ownProblems) {}

    private synchronized Reloaded load(boolean dryRun) {
        EtcTexts texts = etc.read();
        Loaded before = inForce.loaded();
        List<Problem> errors = DaemonKeys.problems(texts);
        if (!errors.isEmpty()) {
            if (!dryRun) {
                refuse("refused, everything stays as it was: " + errors.get(0));
            }
            return new Reloaded(errors, before, List.of(), List.of());
        }
        Loaded next = Loading.load(etc.path(), texts.orUsableOf(before.texts()), overrides.overrides());
        List<String> changes = Changes.between(before.jails(), next.jails());
        if (!dryRun) {
            etc.compareWith(texts);
            putInForce(next, "reloaded, " + counted(changes.size(), "jail") + " changed");
            LOG.info("Configuration {}", inForce.reloadResult());
        }
        return new Reloaded(errors, next, changes, inForce.ownProblems());
    }

    private void refuse(String result) {
        LOG.error("Reload {}", result);
        inForce = new InForce(inForce.loaded(), inForce.revision(), inForce.ownProblems(), result);
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
        requireJail(jail);
        change(jail, overrides.overrides().without(jail, OverridableKey.of(key).key()));
    }

    /** Works on the texts in force, not on the files, which may have changed meanwhile and act only on reload. */
    private void change(String jail, Overrides changed) {
        Overrides before = overrides.overrides();
        if (changed.equals(before)) {
            return;
        }
        use(changed);
        if (!inForce.loaded().jails().get(jail).equals(handedOver.get(jail))) {
            use(before);
            throw new IllegalStateException("it is neither in force nor kept, because the configuration of jail '"
                    + jail + "' could not be stored; make room on the disk, and do it again");
        }
        try {
            overrides.save();
        } catch (IOException notKept) {
            throw new IllegalStateException(
                    "it is in force, but could not be kept for the next start: " + notKept.getMessage(), notKept);
        }
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
        long revision =
                inForce.revision() == 0 || !next.jails().equals(inForce.loaded().jails())
                        ? inForce.revision() + 1
                        : inForce.revision();
        List<Problem> ownProblems = new ArrayList<>(overrides.problems());
        ownProblems.addAll(handOver(next.jails()));
        inForce = new InForce(next, revision, List.copyOf(ownProblems), reloadResult);
    }

    /** Gives the target what it does not have yet, and takes away what is gone; answers what failed. */
    private List<Problem> handOver(Map<String, JailConfiguration> jails) {
        List<Problem> failures = new ArrayList<>();
        Set<String> gone = new HashSet<>(handedOver.keySet());
        try {
            gone.addAll(target.names());
        } catch (IOException failure) {
            failures.add(notHandedOver("", failure));
        }
        gone.removeAll(jails.keySet());
        gone.forEach(name -> remove(name, failures));
        jails.values().stream()
                .filter(jail -> !jail.equals(handedOver.get(jail.name())))
                .forEach(jail -> put(jail, failures));
        return failures;
    }

    private void put(JailConfiguration jail, List<Problem> failures) {
        try {
            target.put(jail);
            handedOver.put(jail.name(), jail);
        } catch (IOException failure) {
            failures.add(notHandedOver(jail.name(), failure));
        }
    }

    private void remove(String name, List<Problem> failures) {
        try {
            target.remove(name);
            handedOver.remove(name);
        } catch (IOException failure) {
            failures.add(notHandedOver(name, failure));
        }
    }

    private static Problem notHandedOver(String jail, IOException failure) {
        LOG.error("The configuration of jail '{}' could not be stored; the next reload tries again", jail, failure);
        return new Problem(
                Severity.ERROR,
                "",
                0,
                jail,
                "the configuration could not be stored: " + failure.getMessage() + "; reload to try again");
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
