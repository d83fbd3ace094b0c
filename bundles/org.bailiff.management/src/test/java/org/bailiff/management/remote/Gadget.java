// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;

/** What an attacker sends: it acts when it is unpacked. */
final class Gadget implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How often one has acted. */
    static final AtomicInteger UNPACKED = new AtomicInteger();

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        UNPACKED.incrementAndGet();
    }
}
