// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of a few checksummed lines, each an object with one text, that is written as a whole. Stateless. */
final class SmallFile {
    private final LogFolder folder;
    private final String name;
    private final String key;

    /**
     * @param key what each text is
     */
    SmallFile(LogFolder folder, String name, String key) {
        this.folder = folder;
        this.name = name;
        this.key = key;
    }

    String path() {
        return folder.pathOf(name);
    }

    /**
     * What it holds.
     *
     * @param texts of the lines that are whole
     * @param sound whether all of it is whole
     */
    record Content(List<String> texts, boolean sound) {}

    /** What it holds; empty if there is no such file. */
    Optional<Content> read() {
        List<String> texts = new ArrayList<>();
        boolean sound = true;
        try {
            Optional<InputStream> stream = folder.read(name);
            if (stream.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream file = stream.get()) {
                LogLines lines = new LogLines(file);
                for (Optional<ByteRange> line = lines.next(); line.isPresent(); line = lines.next()) {
                    Optional<String> text = ChecksummedLine.content(line.get()).flatMap(this::text);
                    text.ifPresent(texts::add);
                    sound &= text.isPresent();
                }
            }
        } catch (IOException e) {
            sound = false;
        }
        return Optional.of(new Content(texts, sound));
    }

    private Optional<String> text(ByteRange content) {
        try {
            JsonInput json = new JsonInput();
            json.begin(content);
            json.open('{');
            return json.nextKey() && json.key().equals(key) ? Optional.of(json.text()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Puts these texts in the place of what it holds; it is on disk when this returns. */
    void write(Iterable<String> texts) throws IOException {
        LineBuffer lines = new LineBuffer();
        for (String text : texts) {
            JsonOutput json = new JsonOutput();
            json.open('{');
            json.key(key).text(text);
            json.close('}');
            lines.object(json.toString());
        }
        String temporary = name + ".new";
        folder.delete(temporary);
        try (LogFile file = folder.open(temporary)) {
            file.write(0, lines.take());
            file.force();
        }
        folder.rename(temporary, name);
        folder.force();
    }
}
