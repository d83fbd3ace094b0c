// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.util.List;
import org.bailiff.api.config.Problem;
import org.osgi.annotation.versioning.ProviderType;

/** A compiled filter. Immutable, shared by jails and threads; what it must remember is in a {@link Session}. */
@ProviderType
public interface Matcher {

    /** The definition's name. */
    String name();

    /** What it looks for. */
    FilterRules rules();

    /**
     * What is doubtful in the definition, though it compiles: a host that an attacker can choose, a regex that can take
     * long, a group that is never set, a date pattern that finds nothing. Each with file and line, severity a warning, and
     * for no jail in particular. The first call looks for it, and takes up to a tenth of a second; from any thread.
     */
    List<Problem> warnings();

    /** The regexes of which searches were cut off; from memory, at once, from any thread. */
    List<CutOff> cutOffs();

    /** How often searches were cut off, of all regexes together; at once, from any thread. It never shrinks. */
    default long cutOffTotal() {
        return cutOffs().stream().mapToLong(CutOff::count).sum();
    }

    /** Whether it must see every line, so that no sieve may leave any out. */
    boolean needsEveryLine();

    /** An empty session. */
    Session newSession();

    /** The session that {@link Session#text} wrote; an empty one if it does not fit this matcher any more. */
    Session restoreSession(String text);

    /**
     * What the line is. Bounded in time and memory, whatever the line holds; throws nothing.
     *
     * @param session of this stream, changed by the call; owned by the calling thread
     */
    Match match(LogLine line, Session session);

    /** The same, with all that led to it: slower, for people who want to see why. */
    Trace trace(LogLine line, Session session);
}
