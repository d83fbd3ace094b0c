// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.actions;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The actions that fail2ban would run. Immutable.
 *
 * @param definitions what {@code action.d} holds, by name
 */
public record ActionDefinitions(Map<String, ActionDefinition> definitions) {
    /** Without a folder {@code action.d}. */
    public static final ActionDefinitions NONE = new ActionDefinitions(Map.of());

    private static final Pattern KEEPS_OUT = Pattern.compile("\\b(?:ip6?tables\\w*|nft|nftables|ipset|firewall-cmd|ufw"
            + "|pfctl|ipfw|npfctl|route|shorewall|apf|csf|xt_recent|hosts\\.deny|tc|conntrack)\\b");
    private static final Pattern RUNS_SOMETHING = Pattern.compile("\\b(?:mail|mailx|sendmail|curl|wget|whois|nc|ncat"
            + "|netcat|logger|printf|echo|ssh|python3?|perl|php|notify-send|mosquitto_pub)\\b");

    public ActionDefinitions {
        definitions = Map.copyOf(definitions);
    }

    /**
     * What a definition is: known by its name if it comes with fail2ban, so that nobody needs to look into it, or else by
     * the commands in it.
     */
    public static ActionKind judge(String name, String definition) {
        return KnownActions.kindOf(name).orElseGet(() -> judge(definition));
    }

    private static ActionKind judge(String definition) {
        if (KEEPS_OUT.matcher(definition).find()) {
            return ActionKind.NEEDS_ROOT;
        }
        return RUNS_SOMETHING.matcher(definition).find() ? ActionKind.COMMAND : ActionKind.UNCLEAR;
    }

    /** What the action is; empty if fail2ban would not know it either. */
    public Optional<ActionKind> kindOf(String name) {
        return find(name).map(ActionDefinition::kind).or(() -> KnownActions.kindOf(name));
    }

    /** Its definition; empty if there is none. */
    Optional<ActionDefinition> find(String name) {
        return Optional.ofNullable(definitions.get(name));
    }
}
