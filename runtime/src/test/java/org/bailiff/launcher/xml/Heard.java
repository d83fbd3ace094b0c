// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.xml;

import org.xml.sax.Attributes;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Writes down what it is told. */
final class Heard extends DefaultHandler {
    private final StringBuilder told = new StringBuilder();
    private final StringBuilder text = new StringBuilder();

    @Override
    public void startDocument() {
        told.append("begin\n");
    }

    @Override
    public void endDocument() {
        told.append("end\n");
    }

    @Override
    public void startElement(String space, String local, String qualified, Attributes attributes) {
        settle();
        told.append("< ").append(space).append(' ').append(local).append(' ').append(qualified);
        for (int index = 0; index < attributes.getLength(); index++) {
            told.append(" [")
                    .append(attributes.getURI(index))
                    .append('|')
                    .append(attributes.getLocalName(index))
                    .append('|')
                    .append(attributes.getQName(index))
                    .append('|')
                    .append(attributes.getType(index))
                    .append('|')
                    .append(attributes.getValue(index))
                    .append(']');
        }
        told.append('\n');
    }

    @Override
    public void endElement(String space, String local, String qualified) {
        settle();
        told.append("> ")
                .append(space)
                .append(' ')
                .append(local)
                .append(' ')
                .append(qualified)
                .append('\n');
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    /** Nothing is printed. */
    @Override
    public void fatalError(SAXParseException wrong) throws SAXParseException {
        throw wrong;
    }

    /** Text may come in pieces. */
    private void settle() {
        if (text.length() > 0) {
            told.append("text ").append(text).append('\n');
            text.setLength(0);
        }
    }

    @Override
    public String toString() {
        return told.toString();
    }
}
