// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The keys of a jail, as tools for configurations show them. Values are fail2ban's texts; {@link SettingsReader} makes
 * {@link JailSettings} of them.
 */
@ObjectClassDefinition(name = "Bailiff jail", description = "One filter, its logs, its actions and its thresholds.")
@interface JailConfig {
    @AttributeDefinition(description = "The jail's name.")
    String jail_name();

    @AttributeDefinition(description = "Whether the jail works (yes or no).")
    String enabled() default "no";

    @AttributeDefinition(
            description = "The filter, with parameters, e.g. sshd[mode=aggressive]; unless told, the one "
                    + "named like the jail.")
    String filter() default "";

    @AttributeDefinition(description = "Where lines come from: systemd is the journal, auto the files of logpath.")
    String backend() default "auto";

    @AttributeDefinition(
            description =
                    "Which entries of the journal, an expression a line; unless told, those that the filter names.")
    String journalmatch() default "";

    @AttributeDefinition(description = "The logs, a path or glob a line; 'tail' behind it skips what is there already.")
    String logpath();

    @AttributeDefinition(description = "The logs' encoding; auto is UTF-8 where a line is, else Latin-1.")
    String logencoding() default "auto";

    @AttributeDefinition(
            description =
                    "The zone of times in the logs that name none, e.g. Europe/Berlin; unless told, " + "the host's.")
    String logtimezone() default "";

    @AttributeDefinition(description = "How many failures within find time ban.")
    String maxretry() default "5";

    @AttributeDefinition(description = "In which failures count together, e.g. 10m or 600 (seconds).")
    String findtime() default "10m";

    @AttributeDefinition(description = "How long a ban lasts, e.g. 1h or 3600 (seconds); -1 is for ever.")
    String bantime() default "10m";

    @AttributeDefinition(
            description = "Addresses, networks and names that are never banned, and file:PATH, separated by spaces or "
                    + "commas; 192.0.2.7@2026-12-01 expires.")
    String ignoreip() default "";

    @AttributeDefinition(description = "Whether loopback and the host's own addresses are never banned (yes or no).")
    String ignoreself() default "yes";

    @AttributeDefinition(
            description = "A program's path and arguments, with <ip>: the address is not banned if it ends with 0.")
    String ignorecommand() default "";

    @AttributeDefinition(description = "How long its answers count.")
    String ignorecache() default "max-count=1000, max-time=1m";

    @AttributeDefinition(description = "Who is not banned at the moment: gateway, sessions, or both.")
    String neverban() default "no";

    @AttributeDefinition(description = "Whether hosts that a log names are looked up (yes, warn, no or raw).")
    String usedns() default "no";

    @AttributeDefinition(
            description = "What failures are counted by: address, network (/24 or /64), or a capture of the "
                    + "filter, e.g. user.")
    String countby() default "address";

    @AttributeDefinition(description = "Whether access that is gained forgives the failures before it (yes or no).")
    String resetonsuccess() default "no";

    @AttributeDefinition(description = "Of how many lines a ban keeps at most what led to it; unless told, maxretry.")
    String maxmatches() default "";

    @AttributeDefinition(description = "How long a ban that ended counts as one before, e.g. 30d.")
    String bantime_memory() default "30d";

    @AttributeDefinition(
            description = "How many bans all jails may have made within a time before this one's wait, "
                    + "e.g. 100/10m; no is no limit.")
    String banrate() default "no";

    @AttributeDefinition(description = "Whether it decides and shows, and does not enforce (yes or no).")
    String simulate() default "no";

    @AttributeDefinition(description = "Whether it does not read, while its bans hold (yes or no).")
    String paused() default "no";

    @AttributeDefinition(description = "What a ban does, with parameters, e.g. xt_recent[list=bailiff-sshd].")
    String action() default "xt_recent";
}
