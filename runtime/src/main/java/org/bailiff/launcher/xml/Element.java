// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.xml;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An element as it is told.
 *
 * @param space its namespace; empty if it has none
 * @param local its name there
 * @param qualified the name as it is written
 */
record Element(String space, String local, String qualified, Attributes attributes) {

    static Element of(String qualified, Names names, Attributes attributes) throws NotPlain {
        int colon = qualified.indexOf(':');
        String local = qualified.substring(colon + 1);
        if (local.isEmpty() || local.indexOf(':') >= 0 || !Character.isLetter(local.charAt(0))) {
            throw new NotPlain();
        }
        return new Element(names.space(colon < 0 ? "" : qualified.substring(0, colon)), local, qualified, attributes);
    }

    void start(DefaultHandler handler) throws SAXException {
        handler.startElement(space, local, qualified, attributes);
    }

    void end(DefaultHandler handler) throws SAXException {
        handler.endElement(space, local, qualified);
    }
}
