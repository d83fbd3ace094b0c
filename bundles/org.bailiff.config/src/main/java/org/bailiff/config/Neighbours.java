// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.config.DaemonCheck;
import org.bailiff.api.config.SettingsCheck;

/** What other bundles offer at this moment. Thread-safe. */
public interface Neighbours {

    /** Who can say what is wrong with a jail. */
    List<SettingsCheck> checks();

    /** Who can say what is wrong with an area of the daemon. */
    List<DaemonCheck> daemonChecks();

    /** The names of the filters there are. */
    Set<String> filters();

    /** Has the folder of filters looked at now; what has changed there counts when this returns. */
    void lookAtFilters();

    /** Who keeps the trail of changes. */
    Optional<Audit> audit();
}
