// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts files and what they include into the order of reading: {@code before}, the file, {@code after}. */
final class IncludeOrder {
    private static final int FILE_LIMIT = 1000;
    private static final String CONF = ".conf";
    private static final String LOCAL = ".local";

    private final Includes includes;
    private final List<ParsedFile> ordered = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    /** The files that are being read, the innermost last. */
    private final Deque<String> open = new ArrayDeque<>();

    IncludeOrder(Includes includes) {
        this.includes = includes;
    }

    List<ParsedFile> of(List<SourceText> files) throws DialectException {
        for (SourceText file : files) {
            add(file, new Origin(file.path(), 1));
        }
        return ordered;
    }

    private void add(SourceText source, Origin askedBy) throws DialectException {
        if (open.contains(source.path())) {
            throw new DialectException(
                    askedBy,
                    "files include each other: " + String.join(" -> ", open) + " -> " + source.path()
                            + "; remove one of the includes");
        }
        if (!seen.add(source.path())) {
            return;
        }
        if (seen.size() > FILE_LIMIT) {
            throw new DialectException(askedBy, "more than " + FILE_LIMIT + " files are included");
        }
        ParsedFile file = FileParser.parse(source);
        open.addLast(source.path());
        addIncluded(file, "before");
        ordered.add(file);
        addIncluded(file, "after");
        open.removeLast();
    }

    private void addIncluded(ParsedFile file, String key) throws DialectException {
        Origin origin = file.includesOrigin(key);
        for (String name : file.includes(key)) {
            Optional<SourceText> found = includes.find(name, file.path());
            if (found.isPresent()) {
                add(found.get(), origin);
            } else if (!name.endsWith(LOCAL)) {
                throw new DialectException(
                        origin, "there is no '" + name + "' to include; create it, or remove it from '" + key + "'");
            }
            if (name.endsWith(CONF)) {
                addLocal(name, file, origin);
            }
        }
    }

    private void addLocal(String name, ParsedFile file, Origin origin) throws DialectException {
        String local = name.substring(0, name.length() - CONF.length()) + LOCAL;
        Optional<SourceText> found = includes.find(local, file.path());
        if (found.isPresent()) {
            add(found.get(), origin);
        }
    }
}
