// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.Caller;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.audit.AuditEntry;
import org.bailiff.api.audit.AuditTrail;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit trail as a file of JSON lines. A file that has grown to its limit becomes {@code audit.log.1}, that one
 * {@code audit.log.2}, and so on. It is opened for each entry, so that it may be taken away at any time. Thread-safe.
 */
final class FileAudit implements Audit, AuditTrail {
    /** How large a file may become. */
    static final long LIMIT = 10 * 1024 * 1024;
    /** How many old files are kept. */
    static final int KEPT = 5;

    private static final Logger LOGGER = LoggerFactory.getLogger(FileAudit.class);

    private final Path file;
    private final InstantSource clock;
    private final long limit;

    FileAudit(Path file, InstantSource clock, long limit) {
        this.file = file;
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public synchronized void record(
            Caller caller, String what, String subject, String before, String after, String outcome) {
        StringWriter entry = new StringWriter();
        try (JsonWriter json = new JsonWriter(entry)) {
            json.beginObject();
            json.name("time").value(clock.instant().toString());
            json.name("principal").value(SafeText.of(caller.principal()));
            json.name("channel").value(SafeText.of(caller.channel()));
            json.name("role").value(caller.role().name());
            json.name("from").value(SafeText.of(caller.from()));
            json.name("what").value(SafeText.of(what));
            json.name("subject").value(SafeText.of(subject));
            json.name("before").value(SafeText.of(before));
            json.name("after").value(SafeText.of(after));
            json.name("outcome").value(SafeText.of(outcome));
            json.endObject();
            append(entry.toString());
        } catch (IOException e) {
            LOGGER.error("{} cannot be written, so this is not kept: {}", file, entry, e);
        }
    }

    @Override
    public synchronized List<AuditEntry> latest(int limit) {
        List<AuditEntry> entries = new ArrayList<>();
        for (int number = 0; number <= KEPT && entries.size() < limit; number++) {
            List<String> lines = lines(number == 0 ? file : old(number));
            for (int line = lines.size() - 1; line >= 0 && entries.size() < limit; line--) {
                AuditLine.read(lines.get(line)).ifPresent(entries::add);
            }
        }
        return entries;
    }

    private static List<String> lines(Path path) {
        try {
            // Damaged bytes spoil their own entry only.
            return Files.exists(path)
                    ? Files.readString(path, StandardCharsets.ISO_8859_1)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            LOGGER.warn("{} cannot be read", path, unreadable);
            return List.of();
        }
    }

    private void append(String entry) throws IOException {
        if (Files.exists(file) && Files.size(file) >= limit) {
            rotate();
        }
        OwnFiles.createFileInTheWay(file);
        try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "rw")) {
            // A full disk or a loss of power may have left half an entry.
            String line = (endsWithLineEnd(end) ? "" : "\n") + entry + "\n";
            end.seek(end.length());
            end.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean endsWithLineEnd(RandomAccessFile file) throws IOException {
        if (file.length() == 0) {
            return true;
        }
        file.seek(file.length() - 1);
        return file.read() == '\n';
    }

    private void rotate() throws IOException {
        for (int number = KEPT - 1; number >= 1; number--) {
            if (Files.exists(old(number))) {
                Files.move(old(number), old(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, old(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path old(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
