// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.deployed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.SourceText;

/** Which files a text includes, and whether it may: by bare names only, so that no text put in reads a file. */
final class IncludesRule {
    private IncludesRule() {}

    /** The names that the text includes; of one that is not in the dialect, those that were found. */
    static List<String> includes(String path, String text) {
        List<String> names = new ArrayList<>();
        try {
            Document.read(List.of(new SourceText(path, text)), (name, from) -> {
                names.add(name);
                // Each stands for itself: two of one path would be read once.
                return Optional.of(new SourceText(path + " includes " + names.size(), ""));
            });
        } catch (DialectException wrong) {
            // Whoever compiles it says so, with the place.
            return named(names, text);
        }
        return named(names, text);
    }

    /** The dialect also asks for the .local beside an include, which nobody wrote. */
    private static List<String> named(List<String> names, String text) {
        return names.stream().filter(text::contains).toList();
    }
}
