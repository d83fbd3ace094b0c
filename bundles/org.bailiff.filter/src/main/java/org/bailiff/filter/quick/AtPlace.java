// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** A place between bytes. */
final class AtPlace extends OneWay {
    private final Place place;

    AtPlace(Place place, Step next) {
        super(next);
        this.place = place;
    }

    @Override
    int pass(QuickText text, int at) {
        return place.isAt(text, at) ? at : NOWHERE;
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        outlook.followWithin(place.before(), next, offset);
    }
}
