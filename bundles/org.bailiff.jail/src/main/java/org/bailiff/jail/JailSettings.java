// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.action.ActionSpec;
import org.bailiff.api.config.Setting;
import org.bailiff.dialect.Reference;
import org.bailiff.jail.decision.Thresholds;

/**
 * A jail's configuration, read and found good.
 *
 * @param enabled whether it works
 * @param filter the definition and its parameters
 * @param namesFilter whether the filter is named; if not, it is that of the jail's name, if there is one
 * @param overrides keys of the definition that the jail sets itself
 * @param logPaths what it reads; not empty if enabled
 * @param charset of its logs; empty for UTF-8 or else Latin-1, line by line
 * @param zone of times that name none
 * @param thresholds when it bans
 * @param actions what its bans do
 */
record JailSettings(
        boolean enabled,
        Reference filter,
        boolean namesFilter,
        Map<String, Setting> overrides,
        List<LogPath> logPaths,
        Optional<Charset> charset,
        ZoneId zone,
        Thresholds thresholds,
        List<ActionSpec> actions) {

    /**
     * A log.
     *
     * @param pattern a path or glob
     * @param atTail whether to skip what it holds when it is first seen
     */
    record LogPath(String pattern, boolean atTail) {}
}
