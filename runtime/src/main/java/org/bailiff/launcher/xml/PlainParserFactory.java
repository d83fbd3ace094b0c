// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.xml;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;

/**
 * What the JVM makes its XML parsers with. One that is to know namespaces, and of which nothing else is wished, reads plain
 * documents itself, as are the descriptions of eighty components at a start; the JDK's own reads all others.
 */
public final class PlainParserFactory extends SAXParserFactory {
    private final SAXParserFactory thorough = SAXParserFactory.newDefaultInstance();
    private boolean plain = true;

    @Override
    public SAXParser newSAXParser() throws ParserConfigurationException, SAXException {
        thorough.setNamespaceAware(isNamespaceAware());
        thorough.setValidating(isValidating());
        return plain && isNamespaceAware() && !isValidating() ? new PlainParser(thorough) : thorough.newSAXParser();
    }

    @Override
    public void setFeature(String name, boolean value)
            throws ParserConfigurationException, org.xml.sax.SAXNotRecognizedException,
                    org.xml.sax.SAXNotSupportedException {
        plain = false;
        thorough.setFeature(name, value);
    }

    @Override
    public boolean getFeature(String name)
            throws ParserConfigurationException, org.xml.sax.SAXNotRecognizedException,
                    org.xml.sax.SAXNotSupportedException {
        return thorough.getFeature(name);
    }
}
