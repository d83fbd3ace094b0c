// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

/**
 * From where the request comes that this thread works on. A thread of RMI serves one connection at a time, and sets it when
 * it reads from it; RMI itself knows no port.
 *
 * @param host the numeric address
 * @param port the port
 */
record Origin(String host, int port) {
    /** What a thread says that serves no connection. */
    static final Origin UNKNOWN = new Origin("", 0);

    private static final ThreadLocal<Origin> CURRENT = ThreadLocal.withInitial(() -> UNKNOWN);

    static Origin current() {
        return CURRENT.get();
    }

    void becomeCurrent() {
        CURRENT.set(this);
    }

    @Override
    public String toString() {
        if (host.isEmpty()) {
            return "";
        }
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
