// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What a matcher remembers of a stream from line to line: connections that are open, the last date, lines that belong
 * together. Owned by the jail that watches the stream, one for each stream; used by one thread. Bounded.
 */
@ProviderType
public interface Session {

    /** A form to store, without line ends, that {@link Matcher#restoreSession} understands; empty if nothing is kept. */
    String text();
}
