// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import org.bailiff.api.action.ActionListener;

/** A jail's action on a list, told apart from any other, of the same jail too. */
public final class Holder {
    private final String jail;
    private final ActionListener listener;

    public Holder(String jail, ActionListener listener) {
        this.jail = jail;
        this.listener = listener;
    }

    String jail() {
        return jail;
    }

    ActionListener listener() {
        return listener;
    }
}
