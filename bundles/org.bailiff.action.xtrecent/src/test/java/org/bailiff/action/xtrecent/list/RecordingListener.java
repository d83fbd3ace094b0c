// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.action.ActionListener;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Notice;
import org.bailiff.text.Network;

/** Remembers what it heard. */
final class RecordingListener implements ActionListener {
    final List<String> delisted = new ArrayList<>();
    final List<String> evicted = new ArrayList<>();
    final List<String> found = new ArrayList<>();
    final List<Notice> notices = new ArrayList<>();
    final List<ActionStatus> states = new ArrayList<>();

    @Override
    public void delisted(Network target) {
        delisted.add(target.toString());
    }

    @Override
    public void evicted(Network target) {
        evicted.add(target.toString());
    }

    @Override
    public void found(Network target) {
        found.add(target.toString());
    }

    @Override
    public void noticed(Notice notice) {
        notices.add(notice);
    }

    @Override
    public void stateChanged(ActionStatus status) {
        states.add(status);
    }
}
