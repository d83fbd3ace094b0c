// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.text.Address;

/** Which banned addresses were taken out by hand, and what must become of that. */
final class HandDelistings {
    /** Eight seconds. */
    private static final int ROUNDS_UNTIL_TOLD = 16;
    /** So long may a renewal that came just after it keep the address listed. */
    private static final int ROUNDS_REVIVED = 2;

    private final Map<Address, Delisting> open = new HashMap<>();

    /**
     * A delisting that was not told yet.
     *
     * @param certain whether nothing else happened that could explain that the address is missing
     */
    private record Delisting(int round, boolean certain) {}

    void happened(Address address, int round, boolean certain) {
        open.put(address, new Delisting(round, certain));
    }

    /** Something else happened, which may explain it as well. */
    void becomeUncertain() {
        open.replaceAll((address, delisting) -> new Delisting(delisting.round(), false));
    }

    /** Nobody bans it any more. */
    void noLongerWanted(Address address) {
        open.remove(address);
    }

    boolean include(Address address) {
        return open.containsKey(address);
    }

    void clear() {
        open.clear();
    }

    /** What is wrong with how they were dealt with. */
    List<String> mistakes(int round, List<Address> listed) {
        List<String> mistakes = new ArrayList<>();
        open.forEach((address, delisting) -> {
            int age = round - delisting.round();
            if (delisting.certain() && age >= ROUNDS_UNTIL_TOLD) {
                mistakes.add(address + " was taken out by hand, which was not told for " + age + " rounds");
            }
            if (delisting.certain() && age > ROUNDS_REVIVED && listed.contains(address)) {
                mistakes.add(address + " was taken out by hand, and put back");
            }
        });
        return mistakes;
    }
}
