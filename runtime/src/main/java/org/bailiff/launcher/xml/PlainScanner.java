// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.xml;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Goes through a document once, from left to right. */
final class PlainScanner {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"";

    private final String text;
    private final List<PlainDocument.Event> events;
    private int at;

    PlainScanner(byte[] bytes, List<PlainDocument.Event> events) throws NotPlain {
        for (byte value : bytes) {
            if (value < ' ' && value != '\n' && value != '\t') {
                throw new NotPlain();
            }
        }
        text = new String(bytes, StandardCharsets.US_ASCII);
        this.events = events;
    }

    void document() throws NotPlain {
        declaration();
        white();
        element(Names.NONE);
        white();
        if (at != text.length()) {
            throw new NotPlain();
        }
    }

    private void declaration() {
        for (String encoding : List.of("UTF-8\"?>", "utf-8\"?>")) {
            if (text.startsWith(DECLARATION + encoding)) {
                at = DECLARATION.length() + encoding.length();
            }
        }
    }

    private void element(Names outside) throws NotPlain {
        expect('<');
        String name = name();
        Attributes attributes = new Attributes(outside);
        boolean white = white();
        while (peek() != '>' && peek() != '/') {
            if (!white) {
                throw new NotPlain();
            }
            attribute(attributes);
            white = white();
        }
        Names names = attributes.names();
        Element element = Element.of(name, names, attributes.values());
        events.add(element::start);
        if (peek() == '/') {
            at++;
            expect('>');
        } else {
            at++;
            content(name, names);
        }
        events.add(element::end);
    }

    private void attribute(Attributes attributes) throws NotPlain {
        String name = name();
        expect('=');
        char quote = next();
        if (quote != '"' && quote != '\'') {
            throw new NotPlain();
        }
        int end = text.indexOf(quote, at);
        if (end < 0) {
            throw new NotPlain();
        }
        String value = text.substring(at, end);
        // The blanks that are no spaces would become some.
        if (value.indexOf('<') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\t') >= 0) {
            throw new NotPlain();
        }
        attributes.add(name, References.resolved(value));
        at = end + 1;
    }

    private void content(String name, Names names) throws NotPlain {
        while (true) {
            characters();
            if (!text.startsWith("</", at)) {
                element(names);
                continue;
            }
            at += 2;
            if (!name().equals(name)) {
                throw new NotPlain();
            }
            white();
            expect('>');
            return;
        }
    }

    private void characters() throws NotPlain {
        int end = text.indexOf('<', at);
        if (end < 0) {
            throw new NotPlain();
        }
        if (end > at) {
            String found = text.substring(at, end);
            if (found.contains("]]>")) {
                throw new NotPlain();
            }
            char[] characters = References.resolved(found).toCharArray();
            events.add(handler -> handler.characters(characters, 0, characters.length));
            at = end;
        }
    }

    private String name() throws NotPlain {
        int start = at;
        while (at < text.length() && isNameCharacter(text.charAt(at), at == start)) {
            at++;
        }
        if (at == start) {
            throw new NotPlain();
        }
        return text.substring(start, at);
    }

    private static boolean isNameCharacter(char character, boolean first) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character == '_'
                || !first
                        && (character >= '0' && character <= '9'
                                || character == '-'
                                || character == '.'
                                || character == ':');
    }

    private boolean white() {
        int start = at;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n' || text.charAt(at) == '\t')) {
            at++;
        }
        return at > start;
    }

    private char peek() throws NotPlain {
        if (at == text.length()) {
            throw new NotPlain();
        }
        return text.charAt(at);
    }

    private char next() throws NotPlain {
        char found = peek();
        at++;
        return found;
    }

    private void expect(char wanted) throws NotPlain {
        if (next() != wanted) {
            throw new NotPlain();
        }
    }
}
