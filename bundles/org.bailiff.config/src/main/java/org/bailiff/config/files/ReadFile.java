// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.config.Problem;
import org.bailiff.dialect.SourceText;

/**
 * A file of the configuration as it was read, with all that it includes.
 *
 * @param source the file itself
 * @param includes what was looked for, and found or not
 * @param problem what is wrong with it; empty if nothing is
 * @param usable its text; without what is not in the dialect if there is a problem, or empty if nothing can be used
 */
record ReadFile(
        SourceText source,
        Map<Inclusion, Optional<SourceText>> includes,
        Optional<Problem> problem,
        Optional<SourceText> usable) {

    /**
     * A file that another names.
     *
     * @param name as it is written there
     * @param from the path of the file that names it
     */
    record Inclusion(String name, String from) {}

    ReadFile {
        includes = Map.copyOf(includes);
    }

    /** Whether the other was read from the same files with the same text. */
    boolean hasTextOf(ReadFile other) {
        return source.equals(other.source) && includes.equals(other.includes);
    }

    /**
     * The file with its last good text, if it is wrong now. Otherwise a slip in one file would take its jails away, and
     * their bans with them.
     */
    ReadFile orUsableOf(List<ReadFile> earlier) {
        if (problem.isEmpty()) {
            return this;
        }
        return earlier.stream()
                .filter(file -> file.usable.isPresent() && file.source.path().equals(source.path()))
                .findFirst()
                .map(file -> new ReadFile(file.source, file.includes, problem.map(ReadFile::oldStays), file.usable))
                .orElse(this);
    }

    private static Problem oldStays(Problem problem) {
        return new Problem(
                problem.severity(),
                problem.file(),
                problem.line(),
                problem.jail(),
                problem.message() + "; until then the file's text before stays in force");
    }
}
