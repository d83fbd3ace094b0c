// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.files;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.Includes;
import org.bailiff.dialect.SourceText;

/**
 * A text without the lines that are not in the dialect, for a start, when there is no older text to go on with: one slip
 * must not take the file's other jails away, nor its ignore list. A bad line goes with what continues it, a bad section
 * with all its lines. Lines keep their numbers.
 */
final class Mending {
    private static final int MOST_SLIPS = 100;

    private final String path;
    private final String[] lines;

    private Mending(SourceText source) {
        this.path = source.path();
        this.lines = source.text().split("\\R", -1);
    }

    /** The text without what is wrong; empty if that is too much, or is elsewhere. */
    static Optional<SourceText> of(SourceText source, Includes includes) {
        Mending mending = new Mending(source);
        for (int slip = 0; slip < MOST_SLIPS; slip++) {
            SourceText text = new SourceText(source.path(), String.join("\n", mending.lines));
            try {
                Document.read(List.of(text), includes);
                return Optional.of(text);
            } catch (DialectException wrong) {
                if (!mending.leaveOut(wrong)) {
                    return Optional.empty();
                }
            } catch (UncheckedIOException unreadable) {
                // An include cannot be read, which the file's problem says; no line less would help.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Leaves out what the exception tells of; false if there is nothing to leave out. */
    private boolean leaveOut(DialectException wrong) {
        int line = wrong.origin().line() - 1;
        if (!wrong.origin().file().equals(path) || line < 0 || line >= lines.length || lines[line].isEmpty()) {
            return false;
        }
        boolean section = lines[line].startsWith("[");
        int end = line + 1;
        while (end < lines.length && (section ? !lines[end].startsWith("[") : continues(lines[end]))) {
            end++;
        }
        Arrays.fill(lines, line, end, "");
        return true;
    }

    private static boolean continues(String line) {
        return !line.isEmpty() && Character.isWhitespace(line.charAt(0));
    }
}
