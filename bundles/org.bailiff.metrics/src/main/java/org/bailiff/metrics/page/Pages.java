// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.bailiff.api.jail.JailStatus;

/** Writes the page of all metrics. Thread-safe. */
public final class Pages {
    private final Supplier<Snapshot> snapshots;
    private final InstantSource clock;

    /**
     * @param snapshots asked once a page
     */
    public Pages(Supplier<Snapshot> snapshots, InstantSource clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** The page as it is now. */
    public byte[] page(Form form) {
        Snapshot snapshot = snapshots.get();
        Rows<JailStatus> jails = new Rows<>(Integer.MAX_VALUE);
        snapshot.jails().forEach(jail -> jails.add(Labels.of("jail", jail.name()), jail));
        Page page = new Page(form);
        CommonFamilies.write(page, snapshot, jails.list());
        DaemonFamilies.write(page, snapshot, clock.instant());
        JailFamilies.write(page, jails.list());
        SourceFamilies.write(page, jails.list());
        ActionFamilies.write(page, jails.list());
        MachineFamilies.write(page);
        return page.end();
    }
}
