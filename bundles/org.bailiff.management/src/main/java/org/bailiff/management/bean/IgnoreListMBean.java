// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import javax.management.openmbean.TabularData;
import org.bailiff.api.Role;
import org.bailiff.management.described.Attribute;
import org.bailiff.management.described.Attribute.Metric;
import org.bailiff.management.described.Described;
import org.bailiff.management.described.Named;
import org.bailiff.management.described.Operation;

/** Whom no jail bans, as management sees and changes it. */
@Described(
        "Addresses and networks that no jail bans, put in at run time and kept through a restart. Each jail also has an ignore list of its own in its configuration (key ignoreip).")
public interface IgnoreListMBean {

    @Attribute(value = "Entries that have not ended.", units = "entries", metric = Metric.GAUGE)
    int getEntriesCurrent();

    @Operation("Whether an address is ignored: by an entry of this list, or by a jail's own.")
    String checkAddress(@Named(value = "address", description = "an IPv4 or IPv6 address") String address);

    @Operation("The entries, for people.")
    String listEntriesText(@Named(value = "limit", description = "how many entries at most; 0: 1000") int limit);

    @Operation("The entries as a table, for machines, ordered by address.")
    TabularData listEntries(
            @Named(value = "offset", description = "how many entries to pass over") int offset,
            @Named(value = "limit", description = "how many entries at most; 0: 1000; at most 10000") int limit);

    @Operation(
            value =
                    "Adds an address or a network, in the place of an entry for the same. A ban in force does not end by it; unban ends it.",
            role = Role.OPERATOR)
    String add(
            @Named(value = "cidr", description = "an IPv4 or IPv6 address, or a network, e.g. 192.0.2.0/24")
                    String cidr,
            @Named(value = "comment", description = "why, in your words; may be empty") String comment,
            @Named(value = "seconds", description = "how many seconds; 0: for ever") long seconds);

    @Operation(value = "Takes an entry out.", role = Role.OPERATOR)
    String remove(
            @Named(value = "cidr", description = "the address or network of the entry, e.g. 192.0.2.0/24") String cidr);
}
