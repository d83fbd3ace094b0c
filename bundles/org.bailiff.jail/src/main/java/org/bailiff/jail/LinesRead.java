// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.source.SourceStatus;

/**
 * How many lines a jail's sources have read. A source that is closed and opened again counts anew; what it had read stays
 * in the sum, which never shrinks. Thread-safe.
 */
final class LinesRead {
    private final Map<String, Long> last = new HashMap<>();
    private long sum;

    /** The sum, with what the sources have read by now; those that are not among them have ended. */
    synchronized long look(List<SourceStatus> sources) {
        Map<String, Long> now = new HashMap<>();
        sources.forEach(source -> now.merge(source.stream(), source.linesReadTotal(), Math::max));
        now.forEach((stream, count) -> {
            long before = last.getOrDefault(stream, 0L);
            sum += count >= before ? count - before : count;
        });
        last.putAll(now);
        return sum;
    }
}
