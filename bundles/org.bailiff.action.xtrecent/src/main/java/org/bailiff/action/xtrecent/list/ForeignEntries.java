// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.Locale;

/** What becomes of entries in a list that no jail put there. */
public enum ForeignEntries {
    /** They stay, and take up room. */
    KEEP,
    /** They become bans. */
    ADOPT,
    /** They are taken out. */
    REMOVE;

    /** The word in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
