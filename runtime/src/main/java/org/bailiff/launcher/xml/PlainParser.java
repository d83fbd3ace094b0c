// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Parser;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a plain document by itself for who reads descriptions of components, and tells it what it listens to. Whatever
 * else is wished, a parser of the JDK does, which is made when it is needed.
 */
final class PlainParser extends SAXParser {
    /** Plug-ins may bring documents and readers of any kind. */
    private static final String READER = "org.apache.felix.scr.impl.xml.XmlHandler";

    private final SAXParserFactory factory;
    /** Null until it is needed. */
    private SAXParser thorough;

    PlainParser(SAXParserFactory factory) {
        this.factory = factory;
    }

    @Override
    public void parse(InputStream stream, DefaultHandler handler) throws SAXException, IOException {
        if (thorough != null || !handler.getClass().getName().equals(READER)) {
            thorough().parse(stream, handler);
            return;
        }
        byte[] bytes = stream.readAllBytes();
        Optional<PlainDocument> document = PlainDocument.read(bytes);
        if (document.isPresent()) {
            document.get().tell(handler);
        } else {
            thorough().parse(new ByteArrayInputStream(bytes), handler);
        }
    }

    private SAXParser thorough() throws SAXException {
        if (thorough == null) {
            try {
                thorough = factory.newSAXParser();
            } catch (ParserConfigurationException e) {
                throw new SAXException(e);
            }
        }
        return thorough;
    }

    @Override
    public Parser getParser() throws SAXException {
        return thorough().getParser();
    }

    @Override
    public XMLReader getXMLReader() throws SAXException {
        return thorough().getXMLReader();
    }

    @Override
    public boolean isNamespaceAware() {
        return true;
    }

    @Override
    public boolean isValidating() {
        return false;
    }

    @Override
    public void setProperty(String name, Object value) throws SAXNotRecognizedException, SAXNotSupportedException {
        try {
            thorough().setProperty(name, value);
        } catch (SAXNotRecognizedException | SAXNotSupportedException e) {
            throw e;
        } catch (SAXException e) {
            throw (SAXNotSupportedException) new SAXNotSupportedException(name).initCause(e);
        }
    }

    @Override
    public Object getProperty(String name) throws SAXNotRecognizedException, SAXNotSupportedException {
        try {
            return thorough().getProperty(name);
        } catch (SAXNotRecognizedException | SAXNotSupportedException e) {
            throw e;
        } catch (SAXException e) {
            throw (SAXNotSupportedException) new SAXNotSupportedException(name).initCause(e);
        }
    }
}
