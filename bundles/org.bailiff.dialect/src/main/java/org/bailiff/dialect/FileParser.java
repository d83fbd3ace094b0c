// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads one text: sections, {@code key = value} or {@code key: value}, lines that are indented deeper than their key and
 * continue its value, {@code #} and {@code ;} before whole lines of comment, {@code ;} after a blank before the rest of
 * one.
 */
final class FileParser {
    /** Far more than any configuration; so that a log file named by mistake is refused and not read into memory twice. */
    private static final int TEXT_LIMIT = 1 << 20;

    private final String path;
    private final Map<String, Map<String, Entry>> sections = new LinkedHashMap<>();
    private Map<String, Entry> section;
    private String sectionName;
    private PendingEntry pending;
    private int lineNumber;
    /** How deep the last line was indented that was not a continuation. */
    private int indent;

    private FileParser(String path) {
        this.path = path;
    }

    static ParsedFile parse(SourceText source) throws DialectException {
        if (source.text().length() > TEXT_LIMIT) {
            throw new DialectException(
                    new Origin(source.path(), 1),
                    "the file is longer than " + TEXT_LIMIT + " characters, so it is probably not a configuration");
        }
        FileParser parser = new FileParser(source.path());
        String text = source.text();
        for (String line : withoutByteOrderMark(text).split("\r?\n|\r", -1)) {
            parser.line(line);
        }
        parser.finishEntry();
        return new ParsedFile(source.path(), parser.sections);
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void line(String line) throws DialectException {
        lineNumber++;
        String stripped = line.strip();
        if (stripped.startsWith("#") || stripped.startsWith(";")) {
            return;
        }
        if (stripped.isEmpty()) {
            if (pending != null) {
                pending.append("");
            }
            return;
        }
        int depth = line.indexOf(stripped.charAt(0));
        String content = withoutComment(stripped);
        if (pending != null && depth > indent) {
            pending.append(content);
            return;
        }
        finishEntry();
        indent = depth;
        if (content.startsWith("[")) {
            header(content);
        } else {
            assignment(content);
        }
    }

    /** What stands before a semicolon that follows a blank. */
    private static String withoutComment(String stripped) {
        for (int at = stripped.indexOf(';', 1); at > 0; at = stripped.indexOf(';', at + 1)) {
            if (Character.isWhitespace(stripped.charAt(at - 1))) {
                return stripped.substring(0, at).strip();
            }
        }
        return stripped;
    }

    private void header(String content) throws DialectException {
        if (!content.endsWith("]") || content.length() < 3) {
            throw new DialectException(here(), "a section is written [name], not '" + shown(content) + "'");
        }
        sectionName = content.substring(1, content.length() - 1);
        section = new LinkedHashMap<>();
        if (sections.putIfAbsent(sectionName, section) != null) {
            throw new DialectException(
                    here(), "section [" + sectionName + "] stands twice in this file; put its keys into one");
        }
    }

    private void assignment(String content) throws DialectException {
        int delimiter = delimiter(content);
        if (delimiter < 1) {
            throw new DialectException(
                    here(),
                    "'" + shown(content) + "' is neither [section] nor key = value; a line that continues a value is"
                            + " indented deeper than its key");
        }
        String key = content.substring(0, delimiter).strip().toLowerCase(Locale.ROOT);
        if (section == null) {
            throw new DialectException(
                    here(), "'" + shown(key) + "' stands before any section; write [DEFAULT] above it");
        }
        Entry earlier = section.get(key);
        if (earlier != null) {
            throw new DialectException(
                    here(),
                    "'" + shown(key) + "' stands twice in [" + sectionName + "], first on line "
                            + earlier.origin().line() + "; remove one");
        }
        pending = new PendingEntry(key, here(), content.substring(delimiter + 1).strip());
        section.put(key, pending.entry());
    }

    private static int delimiter(String content) {
        int equals = content.indexOf('=');
        int colon = content.indexOf(':');
        return equals < 0 || colon < 0 ? Math.max(equals, colon) : Math.min(equals, colon);
    }

    private void finishEntry() {
        if (pending != null) {
            section.put(pending.key, pending.entry());
            pending = null;
        }
    }

    private Origin here() {
        return new Origin(path, lineNumber);
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** An entry whose continuation lines may still come. */
    private static final class PendingEntry {
        private final String key;
        private final Origin origin;
        private final StringBuilder value;

        PendingEntry(String key, Origin origin, String firstLine) {
            this.key = key;
            this.origin = origin;
            this.value = new StringBuilder(firstLine);
        }

        void append(String line) {
            value.append('\n').append(line);
        }

        Entry entry() {
            return new Entry(key, value.toString().stripTrailing(), origin);
        }
    }
}
