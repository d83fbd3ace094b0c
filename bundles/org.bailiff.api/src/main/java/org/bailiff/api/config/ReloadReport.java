// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.config;

import java.util.List;

/**
 * What a reload did, or would do.
 *
 * @param applied whether it is in force; false for a dry run, and if {@code bailiff.conf} has an error
 * @param changes one line a jail that is new, gone or changed, with key, old and new value
 * @param problems what is wrong
 */
public record ReloadReport(boolean applied, List<String> changes, List<Problem> problems) {
    public ReloadReport {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }
}
