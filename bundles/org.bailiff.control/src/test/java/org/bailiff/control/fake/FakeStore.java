// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.fake;

import org.bailiff.api.store.JailLog;
import org.bailiff.api.store.Store;
import org.bailiff.api.store.StoreStatus;

/** A store of which only the status is asked. */
public final class FakeStore implements Store {
    public String reason = "";

    @Override
    public JailLog open(String jail) {
        throw new UnsupportedOperationException("the command line opens no logs");
    }

    @Override
    public JailLog rehearse(String jail) {
        throw new UnsupportedOperationException("the command line rehearses nothing");
    }

    @Override
    public String seed() {
        return "seed";
    }

    @Override
    public StoreStatus status() {
        return new StoreStatus(reason.isEmpty(), reason, 0, 0, 0, 0, java.time.Duration.ZERO);
    }
}
