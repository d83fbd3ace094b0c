// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial;

import java.util.List;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.trial.choose.ChosenFilter;
import org.bailiff.trial.log.Log;

/**
 * A filter, and the logs that it is tried on.
 *
 * @param logs at least one
 * @param filter as it was found
 * @param word as it was typed
 */
record Trial(List<Log> logs, ChosenFilter filter, String word) {

    Trial {
        logs = List.copyOf(logs);
    }

    FilterDefinition definition() {
        return filter.definition();
    }
}
