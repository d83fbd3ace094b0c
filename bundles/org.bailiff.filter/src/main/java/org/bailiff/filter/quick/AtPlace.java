// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** A place between bytes. */
final class AtPlace extends Step {
    private final Place place;
    private final Step next;

    AtPlace(Place place, Step next) {
        this.place = place;
        this.next = next;
    }

    @Override
    boolean run(QuickText text, int at) {
        return place.isAt(text, at) && next.run(text, at);
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        outlook.followWithin(place.before(), next, offset);
    }
}
