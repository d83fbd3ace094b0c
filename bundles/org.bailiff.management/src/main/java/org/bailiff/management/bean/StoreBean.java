// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.util.Optional;
import java.util.function.Function;
import org.bailiff.api.store.StoreStatus;
import org.bailiff.text.SafeText;

/** Answers one call for the store. Used by one thread. */
public final class StoreBean implements StoreMBean {
    private final Optional<StoreStatus> status;

    /**
     * @param status empty if there is no store
     */
    public StoreBean(Optional<StoreStatus> status) {
        this.status = status;
    }

    private <T> T read(Function<StoreStatus, T> property, T without) {
        return status.map(property).orElse(without);
    }

    @Override
    public String getState() {
        return read(present -> present.healthy() ? "KEEPING" : "FAILED", "MISSING");
    }

    @Override
    public String getStateReason() {
        return SafeText.of(
                read(StoreStatus::reason, "nothing is kept; see in the log why bundle org.bailiff.store does not run"));
    }

    @Override
    public int getHealthy() {
        return read(present -> present.healthy() ? 1 : 0, 0);
    }

    @Override
    public int getEntriesCurrent() {
        return read(StoreStatus::logs, 0);
    }

    @Override
    public long getJournalBytes() {
        return read(StoreStatus::bytes, 0L);
    }

    @Override
    public long getRecordsTotal() {
        return read(StoreStatus::records, 0L);
    }

    @Override
    public long getCorruptRecordsTotal() {
        return read(StoreStatus::corruptRecords, 0L);
    }

    @Override
    public long getLastRestoreMillis() {
        return read(present -> present.restoreTime().toMillis(), 0L);
    }
}
