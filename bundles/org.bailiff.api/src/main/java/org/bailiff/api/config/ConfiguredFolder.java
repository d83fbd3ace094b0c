// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.config;

import java.util.List;

/**
 * The jails that a folder's files describe; overrides are left out.
 *
 * @param jails enabled or not, by name; one whose files are wrong has the key {@link JailConfiguration#ERROR}
 * @param problems what is wrong with the files, as far as the dialect goes
 */
public record ConfiguredFolder(List<JailConfiguration> jails, List<Problem> problems) {
    public ConfiguredFolder {
        jails = List.copyOf(jails);
        problems = List.copyOf(problems);
    }
}
