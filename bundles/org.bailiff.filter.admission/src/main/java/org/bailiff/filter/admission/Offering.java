// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import org.bailiff.api.filter.FilterDefinition;

/** Where definitions are offered, as services. */
@FunctionalInterface
interface Offering {
    /** Offers a definition; running what it answers withdraws it. Both return when it was chosen whether it is in force. */
    Runnable offer(FilterDefinition definition, int ranking);
}
