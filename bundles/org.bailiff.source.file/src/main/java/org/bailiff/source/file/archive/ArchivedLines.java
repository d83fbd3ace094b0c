// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.PastLines;
import org.bailiff.source.file.follow.Unreadable;

/** The lines of a log's files, one file after the other. One that cannot be read to its end does not stop the others. */
public final class ArchivedLines implements PastLines {
    private final String stream;
    private final Deque<ArchivedFile> files;
    private final List<String> problems;
    private LineCutter cutter;

    private ArchivedLines(String stream, Deque<ArchivedFile> files, List<String> problems) {
        this.stream = stream;
        this.files = files;
        this.problems = problems;
    }

    /**
     * Opens the files of a log.
     *
     * @param since files that were last written before it are left out
     * @throws IOException if there are some, and none can be read
     */
    public static ArchivedLines open(Path stream, Instant since) throws IOException {
        ArchivedFiles archived = new ArchivedFiles(stream);
        Deque<ArchivedFile> files = archived.open(since);
        List<String> problems = archived.problems();
        if (files.isEmpty() && !problems.isEmpty()) {
            throw new IOException(problems.get(0));
        }
        return new ArchivedLines(stream.toString(), files, new ArrayList<>(problems));
    }

    @Override
    public Optional<LineBatch> next() throws IOException {
        while (!files.isEmpty()) {
            ArchivedFile file = files.peek();
            CutLines lines = cut(file);
            if (lines == null) {
                finish();
            } else if (lines.count() > 0) {
                return Optional.of(new ArchivedBatch(stream, lines, file.written()));
            }
        }
        return Optional.empty();
    }

    private CutLines cut(ArchivedFile file) {
        try {
            if (cutter == null) {
                cutter = new LineCutter(file.content());
            }
            return cutter.next();
        } catch (IOException failed) {
            problems.add(Unreadable.of(file.path(), failed).reason());
            return null;
        }
    }

    private void finish() throws IOException {
        cutter = null;
        files.remove().close();
    }

    @Override
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() throws IOException {
        while (!files.isEmpty()) {
            finish();
        }
    }
}
