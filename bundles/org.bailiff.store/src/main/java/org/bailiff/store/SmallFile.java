// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of a few checksummed lines, each an object with one text, that is written as a whole. Stateless. */
final class SmallFile {
    private static final Logger LOGGER = LoggerFactory.getLogger(SmallFile.class);
    /** Far more than is ever written: what is behind it was not written here. */
    private static final int LIMIT = 4 << 20;

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
     * @param aside where it was put, because it cannot be read; empty if it was not
     */
    record Content(List<String> texts, boolean sound, Optional<String> aside) {}

    /** What it holds; empty if there is no such file. What cannot be read is put aside. */
    Optional<Content> read() {
        List<String> texts = new ArrayList<>();
        boolean sound = true;
        try {
            Optional<InputStream> stream = folder.read(name);
            if (stream.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream file = stream.get()) {
                byte[] bytes = file.readNBytes(LIMIT + 1);
                sound = bytes.length <= LIMIT;
                LogLines lines = new LogLines(new ByteArrayInputStream(bytes));
                for (Optional<ByteRange> line = lines.next(); line.isPresent(); line = lines.next()) {
                    Optional<String> text = ChecksummedLine.content(line.get()).flatMap(this::text);
                    text.ifPresent(texts::add);
                    sound &= text.isPresent();
                }
            }
        } catch (IOException unreadable) {
            return Optional.of(new Content(texts, false, putAside(unreadable)));
        }
        return Optional.of(new Content(texts, sound, Optional.empty()));
    }

    private Optional<String> putAside(IOException why) {
        String aside = name + ".unreadable";
        try {
            folder.rename(name, aside);
            return Optional.of(aside);
        } catch (IOException kept) {
            LOGGER.debug("{} cannot be read ({}) nor put aside", path(), why.toString(), kept);
            return Optional.empty();
        }
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
