// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.report;

import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;

/** Has a matcher look at lines, and says what came of it. Used by one thread. */
public interface Report {

    /** A log begins: its lines come next. */
    void begin(String log);

    /**
     * The next line of the log. It is matched here, once, as far as the report needs to know it.
     *
     * @param number in its log, from 1
     */
    void line(long number, LogLine line, Matcher matcher, Session session);

    /** The next line of the log, at which nobody looks: an empty one, or a comment. */
    void unseen(long number);

    /** All logs have been read. */
    void end(Matcher matcher);
}
