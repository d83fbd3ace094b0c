// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.config.DaemonCheck;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.SettingsCheck;

/** Bundles that read some keys, of which one dislikes the jails that it is told to. */
final class FakeNeighbours implements Neighbours, SettingsCheck {
    final Set<String> keys = new TreeSet<>(
            Set.of("enabled", "filter", "logpath", "maxretry", "findtime", "bantime", "ignoreip", "action"));
    final Set<String> filters = new TreeSet<>(Set.of("sshd", "web"));
    /** Lie in the folder, and count after the next look. */
    final Set<String> newFilters = new TreeSet<>();

    final List<String> disliked = new ArrayList<>();
    final List<String> examined = new ArrayList<>();
    final List<DaemonCheck> daemonChecks = new ArrayList<>();
    private final List<SettingsCheck> others = new ArrayList<>();
    Audit audit;

    void alsoAsk(SettingsCheck check) {
        others.add(check);
    }

    @Override
    public List<SettingsCheck> checks() {
        List<SettingsCheck> all = new ArrayList<>(others);
        all.add(this);
        return all;
    }

    @Override
    public List<DaemonCheck> daemonChecks() {
        return daemonChecks;
    }

    @Override
    public Set<String> filters() {
        return filters;
    }

    @Override
    public void lookAtFilters() {
        filters.addAll(newFilters);
    }

    @Override
    public Optional<Audit> audit() {
        return Optional.ofNullable(audit);
    }

    @Override
    public Set<String> keys() {
        return keys;
    }

    @Override
    public List<Problem> check(JailConfiguration jail) {
        examined.add(jail.name());
        return disliked.contains(jail.name())
                ? List.of(new Problem(Problem.Severity.ERROR, "", 0, jail.name(), "disliked"))
                : List.of();
    }
}
