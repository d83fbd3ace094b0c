// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.config;

import java.util.List;

/**
 * What a reload did, or would do.
 *
 * @param applied whether it is in force; false for a dry run, and if {@code bailiff.conf} has an error
 * @param changes one line a change, behind the jail's name or {@code bailiff.conf}: a jail that is new or gone; a key with
 *     its old and new value and where that stands; a changed value that an override hides; a jail that stays as it was,
 *     because what changed cannot be. Values are safe to show, and long ones cut
 * @param problems what is wrong
 */
public record ReloadReport(boolean applied, List<String> changes, List<Problem> problems) {
    public ReloadReport {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }
}
