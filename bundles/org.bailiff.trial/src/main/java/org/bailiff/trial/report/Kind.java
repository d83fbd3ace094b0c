// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.report;

import org.bailiff.api.filter.Match;

/** As what fail2ban-regex counts a line. */
enum Kind {
    /** A failure, also one of which its session has not yet told whose it is. */
    MATCHED,
    /** A failure that an ignoreregex vetoes, or a line that only tells something of its session. */
    IGNORED,
    /** Nothing. */
    MISSED;

    static Kind of(Match match) {
        if (match instanceof Match.Found || match instanceof Match.Helper helper && helper.pending()) {
            return MATCHED;
        }
        return match instanceof Match.Missed ? MISSED : IGNORED;
    }
}
