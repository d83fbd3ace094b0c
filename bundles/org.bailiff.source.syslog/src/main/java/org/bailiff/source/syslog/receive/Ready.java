// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import java.io.IOException;
import java.nio.channels.SelectionKey;

/** What is attached to a selection key, and is to act when its channel is ready. */
public interface Ready {

    /**
     * Does what can be done without waiting.
     *
     * @throws IOException if the socket cannot be used any more: it is closed, and opened again after a pause
     */
    void ready(SelectionKey key) throws IOException;

    /** Closes what the key belongs to. */
    void close();
}
