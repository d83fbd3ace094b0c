// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.util.List;
import java.util.Optional;

/**
 * What a configuration would have done.
 *
 * @param etc its folder
 * @param jails by name
 * @param problems errors of its files that concern no single jail: sentences
 */
public record Result(String etc, List<JailResult> jails, List<String> problems) {
    public Result {
        jails = List.copyOf(jails);
        problems = List.copyOf(problems);
    }

    public Optional<JailResult> jail(String name) {
        return jails.stream().filter(jail -> jail.jail().equals(name)).findFirst();
    }

    /** Whether it tells all that it should. */
    public boolean isComplete() {
        return problems.isEmpty() && jails.stream().allMatch(JailResult::isComplete);
    }
}
