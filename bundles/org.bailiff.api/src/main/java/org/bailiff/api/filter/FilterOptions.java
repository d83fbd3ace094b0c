// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.time.ZoneId;
import java.util.Map;
import org.bailiff.api.config.Setting;

/**
 * What a jail adds to a definition.
 *
 * @param parameters the definition's parameters, as in {@code sshd[mode=aggressive]}
 * @param overrides by key, what the jail sets itself of {@code [Definition]}: failregex, ignoreregex, datepattern, ...;
 *     with where it stands, which an error in it names
 * @param zone of times that name none
 */
public record FilterOptions(Map<String, String> parameters, Map<String, Setting> overrides, ZoneId zone) {

    public FilterOptions {
        parameters = Map.copyOf(parameters);
        overrides = Map.copyOf(overrides);
    }

    /** No parameters, nothing overridden. */
    public static FilterOptions plain(ZoneId zone) {
        return new FilterOptions(Map.of(), Map.of(), zone);
    }
}
