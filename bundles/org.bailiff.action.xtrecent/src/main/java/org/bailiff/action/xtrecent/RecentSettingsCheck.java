// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bailiff.action.xtrecent.list.ConfiguredAction;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.SettingsCheck;
import org.osgi.service.component.annotations.Component;

/** Examines every {@code xt_recent[...]} in a jail's {@code action}. What other names mean there is the jail's business. */
@Component
public final class RecentSettingsCheck implements SettingsCheck {
    /** Beside the action those that fail2ban's files set for actions; a list bans whole addresses and needs none of them. */
    private static final Set<String> KEYS =
            Set.of(ConfiguredAction.KEY, "banaction", "banaction_allports", "protocol", "port", "chain");

    @Override
    public Set<String> keys() {
        return KEYS;
    }

    @Override
    public List<Problem> check(JailConfiguration jail) {
        return ConfiguredAction.of(jail).stream()
                .flatMap(action -> Stream.concat(action.problem().stream(), action.warnings(jail).stream()))
                .toList();
    }
}
