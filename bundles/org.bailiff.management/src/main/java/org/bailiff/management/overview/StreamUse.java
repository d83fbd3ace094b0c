// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.overview;

import java.util.List;
import org.bailiff.api.source.SourceStatus;

/**
 * What the jails that read a stream make of it together.
 *
 * @param status its state is that of the jail for which it is worst, its lag that of the jail that is furthest behind, its
 *     position that of the one that is furthest; its totals never shrink
 * @param jails that read it, ordered by name
 */
public record StreamUse(SourceStatus status, List<String> jails) {
    public StreamUse {
        jails = List.copyOf(jails);
    }
}
