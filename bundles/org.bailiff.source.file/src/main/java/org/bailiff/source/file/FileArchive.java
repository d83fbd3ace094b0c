// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bailiff.api.source.LogArchive;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.api.source.PastLines;
import org.bailiff.source.file.archive.ArchivedLines;
import org.bailiff.source.file.archive.ArchivedStreams;
import org.bailiff.source.file.follow.Follower;
import org.osgi.service.component.annotations.Component;

/** What log files and their rotated ones still hold. */
@Component(property = LogSourceFactory.KIND + "=" + Follower.KIND)
public final class FileArchive implements LogArchive {

    @Override
    public Holdings find(String text) {
        try {
            PathPattern pattern = PathPattern.parse(text);
            PathPattern.Expansion expansion = pattern.expand();
            Set<Path> files = pattern.isGlob()
                    ? ArchivedStreams.among(expansion.files())
                    : ArchivedStreams.at(Path.of(text).normalize(), expansion.files());
            List<String> problems = new ArrayList<>(expansion.problems());
            if (files.isEmpty() && problems.isEmpty()) {
                problems.add("no file matches " + pattern);
            }
            return new Holdings(files.stream().map(Path::toString).toList(), problems);
        } catch (IllegalArgumentException wrong) {
            return new Holdings(List.of(), List.of(wrong.getMessage()));
        }
    }

    @Override
    public PastLines open(String stream, Instant since) throws IOException {
        return ArchivedLines.open(Path.of(stream), since);
    }
}
