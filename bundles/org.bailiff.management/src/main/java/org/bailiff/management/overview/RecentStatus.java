// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.overview;

import java.util.function.Supplier;
import org.bailiff.api.jail.DaemonStatus;

/**
 * What the daemon as a whole is doing: asked for at once while that costs little, else what it was at the last look, because
 * it is added up over all jails. Looks on one thread; may be asked on any.
 */
public final class RecentStatus implements Supplier<DaemonStatus> {
    /** With so many jails the sum is still made for every reader. */
    static final int FEW_JAILS = 32;

    private final Supplier<DaemonStatus> source;
    private volatile DaemonStatus last;

    public RecentStatus(Supplier<DaemonStatus> source) {
        this.source = source;
    }

    public void look() {
        last = source.get();
    }

    @Override
    public DaemonStatus get() {
        DaemonStatus known = last;
        return known == null || known.jails() <= FEW_JAILS ? source.get() : known;
    }
}
