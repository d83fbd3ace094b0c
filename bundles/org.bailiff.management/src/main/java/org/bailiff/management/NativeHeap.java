// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.time.Duration;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back to the system what this process has freed outside the JVM's heap and the C library keeps: after a start that is
 * what compilation took.
 */
final class NativeHeap {
    /** By then it has started, and rehearsed what it does. */
    static final Duration FIRST = Duration.ofSeconds(15);

    static final Duration PAUSE = Duration.ofMinutes(10);

    private static final Logger LOGGER = LoggerFactory.getLogger(NativeHeap.class);
    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
    private static final String TRIM = "systemTrimNativeHeap";

    private final MBeanServer server;

    /** @param server that of the process */
    NativeHeap(MBeanServer server) {
        this.server = server;
    }

    /** Harmless where the JVM or the C library cannot do it. */
    void trim() {
        try {
            server.invoke(new ObjectName(COMMANDS), TRIM, new Object[0], new String[0]);
        } catch (JMException unknown) {
            LOGGER.debug("This JVM gives nothing back", unknown);
        }
    }
}
