// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterException;
import org.bailiff.dialect.Reference;
import org.bailiff.text.SafeText;

/**
 * Reads a file's section {@code [Samples]}. Not as the dialect would: there a blank and a semicolon begin a comment, a
 * percent sign names another value, and a log may well hold both.
 */
final class SampleReader {
    /** A definition that brings more would take too long to be tried while somebody waits. */
    static final int MOST_SAMPLES = 500;

    static final int LONGEST_LINE = 8192;

    private static final String SECTION = "Samples";
    /** Without it, there is none. */
    static final String HEADING = "[" + SECTION + "]";

    private static final Pattern HEADER = Pattern.compile("\\[(?<name>[^]]+)].*");
    /** A bracket in quotes is a part of a parameter's value. */
    private static final Pattern KEY =
            Pattern.compile("(?<name>[^\\s=:\\[]+(?:\\[(?:[^]\"']|\"[^\"]*\"|'[^']*')*])?)\\s*[=:]\\s*(?<rest>.*)");

    private final String file;
    private final Map<String, SampleStream> streams = new LinkedHashMap<>();
    private boolean inside;
    private SampleStream stream;
    private int lineNumber;
    private int count;

    private SampleReader(String file) {
        this.file = file;
    }

    /**
     * The streams by name, in the order written.
     *
     * @throws FilterException if a line of the section is not in its form
     */
    static Map<String, SampleStream> read(DefinitionFile file) throws FilterException {
        SampleReader reader = new SampleReader(file.path());
        for (String line : file.text().split("\r?\n|\r", -1)) {
            reader.line(line);
        }
        return reader.streams;
    }

    private void line(String line) throws FilterException {
        lineNumber++;
        String content = line.stripLeading();
        if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
            return;
        }
        boolean indented = content.length() < line.length();
        Matcher header = HEADER.matcher(line);
        if (header.matches()) {
            inside = header.group("name").equals(SECTION);
            stream = null;
        } else if (inside && indented) {
            sample(content);
        } else if (inside) {
            key(line);
        }
    }

    private void key(String line) throws FilterException {
        Matcher key = KEY.matcher(line);
        if (!key.matches()) {
            throw error("'" + SafeText.of(line, 60) + "' is no key of [" + SECTION
                    + "]; write NAME = or NAME[PARAMETER=VALUE] =," + " and indent the lines below it");
        }
        stream = new SampleStream(
                reference(key.group("name")).name(),
                file,
                lineNumber,
                reference(key.group("name")).parameters(),
                new ArrayList<>());
        if (streams.putIfAbsent(stream.name(), stream) != null) {
            throw error("'" + stream.name() + "' stands twice in [" + SECTION + "]; name one otherwise");
        }
        if (!key.group("rest").isBlank()) {
            sample(key.group("rest"));
        }
    }

    private Reference reference(String text) throws FilterException {
        try {
            return Reference.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw error(wrong.getMessage());
        }
    }

    private void sample(String content) throws FilterException {
        if (stream == null) {
            throw error("a sample stands above any key of [" + SECTION + "]; write NAME = above it");
        }
        int colon = (content + " ").indexOf(": ");
        String verdict = colon < 0 ? content : content.substring(0, colon);
        Expectation expected =
                colon < 0 ? null : Expectation.parse(verdict.strip()).orElse(null);
        if (expected == null) {
            throw error("a sample is VERDICT: LINE, the verdict " + Expectation.FORM + ", not '"
                    + SafeText.of(verdict, 60) + "'");
        }
        String text = content.substring(Math.min(colon + 2, content.length()));
        if (++count > MOST_SAMPLES || text.length() > LONGEST_LINE) {
            throw error("at most " + MOST_SAMPLES + " samples of " + LONGEST_LINE
                    + " characters are tried; leave some out");
        }
        stream.samples().add(new Sample(file, lineNumber, expected, text));
    }

    private FilterException error(String problem) {
        return new FilterException(file, lineNumber, problem, null);
    }
}
