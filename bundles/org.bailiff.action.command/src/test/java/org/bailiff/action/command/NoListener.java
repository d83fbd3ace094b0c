// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.action.ActionListener;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Notice;
import org.bailiff.text.Network;

/** Hears how the state changes, and of nothing else. */
final class NoListener implements ActionListener {
    private final List<String> reasons = new ArrayList<>();

    @Override
    public void delisted(Network target) {
        throw new AssertionError("a command delists nobody");
    }

    @Override
    public void evicted(Network target) {
        throw new AssertionError("a command evicts nobody");
    }

    @Override
    public void found(Network target) {
        throw new AssertionError("a command finds nobody");
    }

    @Override
    public synchronized void stateChanged(ActionStatus status) {
        reasons.add(status.reason());
    }

    @Override
    public void noticed(Notice notice) {
        throw new AssertionError("a command notices nothing");
    }

    synchronized List<String> reasons() {
        return List.copyOf(reasons);
    }
}
