// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import java.io.Closeable;

/** A socket that is being listened at. */
public interface Intake extends Closeable {

    /** Lets senders that were held back go on, if there is room again. */
    void goOn();

    /** Whether it is still listened at: a socket that cannot be used any more is closed. */
    boolean isOpen();

    /** Closes the socket and all that came through it. Closing twice is fine. */
    @Override
    void close();
}
