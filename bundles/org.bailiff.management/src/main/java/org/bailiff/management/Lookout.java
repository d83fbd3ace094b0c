// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.bailiff.api.filter.Filters;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.jail.Jails;
import org.bailiff.api.store.Store;
import org.bailiff.management.notification.Changes;
import org.bailiff.management.overview.Overview;
import org.bailiff.management.overview.Summation;

/**
 * Looks now and then at what no single jail can answer for, so that reading it costs nothing however many jails there are, and
 * tells what has changed. Looks on one thread; the overview may be asked for on any.
 */
final class Lookout {
    /** How old an overview is at most. A look at a thousand jails takes some milliseconds. */
    static final Duration PAUSE = Duration.ofSeconds(2);

    private final Jails jails;
    private final Watched watched;
    private final Changes changes;
    private final Consumer<Overview> beans;
    private final Summation summation = new Summation();
    private volatile Overview overview = Overview.EMPTY;

    /**
     * @param beans brings beans up to date with what is there
     */
    Lookout(Jails jails, Watched watched, Changes changes, Consumer<Overview> beans) {
        this.jails = jails;
        this.watched = watched;
        this.changes = changes;
        this.beans = beans;
    }

    /** What the last look has found. */
    Overview overview() {
        return overview;
    }

    void look() {
        List<JailStatus> statuses = jails.all().stream().map(Jail::status).toList();
        overview = summation.look(statuses, watched.filters().get().map(Filters::status));
        beans.accept(overview);
        changes.look(overview);
        watched.store().get().map(Store::status).ifPresent(changes::look);
        watched.settings().get().ifPresent(settings -> changes.look(settings.revision(), settings.lastReloadResult()));
    }
}
