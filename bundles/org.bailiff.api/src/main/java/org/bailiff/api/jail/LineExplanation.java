// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.jail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.Failure;
import org.bailiff.api.action.Proof;
import org.bailiff.api.filter.FilterRules;
import org.bailiff.api.filter.Trace;

/**
 * What a jail would make of a line if it were written now. Nothing was counted, and nobody banned, to find it out.
 *
 * @param jail the jail's name
 * @param arrival when the line is taken to be written
 * @param passage its way through the jail's filter; empty if the jail is not at work, or has no filter
 * @param consequences what each of the failures in it would lead to, in their order
 */
public record LineExplanation(String jail, Instant arrival, Optional<Passage> passage, List<Consequence> consequences) {

    public LineExplanation {
        consequences = List.copyOf(consequences);
    }

    /**
     * The way through a filter.
     *
     * @param rules what the filter looks for
     * @param trace what it found, with a session of its own: lines before this one are not known to it
     */
    public record Passage(FilterRules rules, Trace trace) {}

    /**
     * What a failure would lead to.
     *
     * @param failure as the filter found it
     * @param verdict what would become of it
     * @param attempts how many would count then, its own among them if it counts
     * @param maxRetry how many ban
     * @param ignored why its address is never banned; empty if it may be
     * @param ban that would begin, or that keeps the address out already; empty if there is none
     * @param enforcement what each action can show of a ban that holds already
     */
    public record Consequence(
            Failure failure,
            Verdict verdict,
            int attempts,
            int maxRetry,
            Optional<String> ignored,
            Optional<Ban> ban,
            List<Proof> enforcement) {
        public Consequence {
            enforcement = List.copyOf(enforcement);
        }
    }

    /** What would become of a failure. */
    public enum Verdict {
        /** It would count, and not ban yet. */
        COUNTED,
        /** It would be the last that is needed. */
        BANNED,
        /** Its address is banned. */
        ALREADY_BANNED,
        /** Its address was banned at its time. */
        PAST_BAN,
        /** Its address is never banned. */
        IGNORED,
        /** It names no address, so that nobody could be banned. */
        NO_ADDRESS
    }
}
