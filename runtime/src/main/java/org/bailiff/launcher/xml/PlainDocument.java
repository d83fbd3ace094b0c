// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A document that has only elements, attributes and text, in ASCII. Read as a whole before anything is told of it. */
final class PlainDocument {
    private final List<Event> events;

    private PlainDocument(List<Event> events) {
        this.events = events;
    }

    /** Something to be told of a document. */
    interface Event {
        void tell(DefaultHandler handler) throws SAXException;
    }

    /** Empty if it is not plain, which may be because it is wrong. */
    static Optional<PlainDocument> read(byte[] bytes) {
        List<Event> events = new ArrayList<>();
        try {
            new PlainScanner(bytes, events).document();
            return Optional.of(new PlainDocument(events));
        } catch (NotPlain reason) {
            return Optional.empty();
        }
    }

    void tell(DefaultHandler handler) throws SAXException {
        handler.startDocument();
        for (Event event : events) {
            event.tell(handler);
        }
        handler.endDocument();
    }
}
