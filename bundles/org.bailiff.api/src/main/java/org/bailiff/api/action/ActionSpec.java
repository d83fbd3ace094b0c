// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.action;

import java.util.Map;

/**
 * An action as a jail's configuration writes it: {@code xt_recent[list=bailiff-sshd]}.
 *
 * @param jail the jail's name
 * @param name the action's name
 * @param parameters what stands in the brackets
 * @param networks whether the jail may ban networks too, see {@link org.bailiff.api.jail.NetworkBans}
 * @param origin file and line, for messages
 */
public record ActionSpec(String jail, String name, Map<String, String> parameters, boolean networks, String origin) {
    public ActionSpec {
        parameters = Map.copyOf(parameters);
    }
}
