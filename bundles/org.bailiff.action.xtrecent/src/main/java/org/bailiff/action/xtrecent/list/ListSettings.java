// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.nio.file.Path;
import java.time.Duration;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/**
 * One kernel list, as a jail wants it.
 *
 * @param root the directory of the lists
 * @param name the list's name
 * @param kind what its entries stand for
 * @param slice which of the addresses it holds, if it is one of several
 * @param lease how long the kernel drops after a write: the rule's {@code --seconds}
 * @param capacity how many entries the list holds: the kernel's {@code ip_list_tot}
 * @param foreign what becomes of entries that are not ours
 */
public record ListSettings(
        Path root, String name, ListKind kind, Slice slice, Duration lease, int capacity, ForeignEntries foreign) {
    /** What is added to a list's name for the list that notes what was dropped. */
    public static final String HITS_SUFFIX = "-hits";

    /** Of the name alone: lists are looked up for each ban. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The list's file. */
    public Path path() {
        return root.resolve(name);
    }

    /** The name of the list in which the rule notes what it drops because of this one. */
    public String hitsName() {
        return name + HITS_SUFFIX;
    }

    Path hitsPath() {
        return root.resolve(hitsName());
    }

    /** Another list with the same numbers. */
    ListSettings as(String otherName, ListKind otherKind, Slice otherSlice) {
        return new ListSettings(root, otherName, otherKind, otherSlice, lease, capacity, foreign);
    }

    /** What an entry of this list keeps out. */
    Network target(Address entry) {
        return kind.holdsAddresses() ? Network.single(entry) : NetworkBans.networkOf(entry);
    }
}
