// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.actions;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The actions that fail2ban would run. Immutable.
 *
 * @param ownDefinitions what the administrator's own definitions in {@code action.d} are, by name
 */
public record ActionDefinitions(Map<String, ActionKind> ownDefinitions) {
    /** Without a folder {@code action.d}. */
    public static final ActionDefinitions NONE = new ActionDefinitions(Map.of());

    private static final Pattern KEEPS_OUT = Pattern.compile("\\b(?:ip6?tables\\w*|nft|nftables|ipset|firewall-cmd|ufw"
            + "|pfctl|ipfw|npfctl|route|shorewall|apf|csf|xt_recent|hosts\\.deny|tc|conntrack)\\b");
    private static final Pattern RUNS_SOMETHING = Pattern.compile("\\b(?:mail|mailx|sendmail|curl|wget|whois|nc|ncat"
            + "|netcat|logger|printf|echo|ssh|python3?|perl|php|notify-send|mosquitto_pub)\\b");

    public ActionDefinitions {
        ownDefinitions = Map.copyOf(ownDefinitions);
    }

    /** Whether the action comes with fail2ban, so that nobody needs to look into its definition. */
    public static boolean isKnown(String name) {
        return KnownActions.kindOf(name).isPresent();
    }

    /** What an own definition is, by the commands in it. One that says nothing clear may well keep somebody out. */
    public static ActionKind judge(String definition) {
        boolean onlyTells = RUNS_SOMETHING.matcher(definition).find()
                && !KEEPS_OUT.matcher(definition).find();
        return onlyTells ? ActionKind.COMMAND : ActionKind.NEEDS_ROOT;
    }

    /** What the action is; empty if fail2ban would not know it either. */
    public Optional<ActionKind> kindOf(String name) {
        return Optional.ofNullable(ownDefinitions.get(name)).or(() -> KnownActions.kindOf(name));
    }
}
