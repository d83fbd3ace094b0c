// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.xml;

import org.xml.sax.helpers.AttributesImpl;

/** The attributes of an element as they come, of which some name namespaces. */
final class Attributes {
    private static final String DEFAULT_SPACE = "xmlns";
    private static final String SPACE = DEFAULT_SPACE + ":";

    private final AttributesImpl values = new AttributesImpl();
    private Names names;
    private boolean ownNames;

    Attributes(Names outside) {
        names = outside;
    }

    void add(String name, String value) throws NotPlain {
        if (name.equals(DEFAULT_SPACE) || name.startsWith(SPACE)) {
            // A second name in one element could be the same again, which is wrong.
            if (ownNames) {
                throw new NotPlain();
            }
            ownNames = true;
            names = names.with(name.equals(DEFAULT_SPACE) ? "" : name.substring(SPACE.length()), value);
        } else if (name.indexOf(':') >= 0 || values.getIndex(name) >= 0) {
            throw new NotPlain();
        } else {
            values.addAttribute("", name, name, "CDATA", value);
        }
    }

    Names names() {
        return names;
    }

    AttributesImpl values() {
        return values;
    }
}
