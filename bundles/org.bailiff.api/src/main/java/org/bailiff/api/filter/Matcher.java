// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** A compiled filter. Immutable, shared by jails and threads; what it must remember is in a {@link Session}. */
@ProviderType
public interface Matcher {

    /** The definition's name. */
    String name();

    /** The failregexes as they stand in the definition after interpolation; the first is number 1. */
    List<String> failRegexes();

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
}
