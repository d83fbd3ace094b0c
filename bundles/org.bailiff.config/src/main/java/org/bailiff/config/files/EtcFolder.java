// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.SourceText;

/**
 * The folder of the configuration. It knows which files there are and in which order they count, as in fail2ban: {@code
 * jail.conf}, {@code jail.d/*.conf}, {@code jail.local}, {@code jail.d/*.local}, each directory by name. Stateless.
 */
public final class EtcFolder {
    private static final String CONF = ".conf";
    private static final String LOCAL = ".local";

    private final Path folder;

    public EtcFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    /** Reads the files that act on reload. What cannot be read, or is not in the dialect, is among them with its problem. */
    public EtcTexts read() {
        return new EtcTexts(read("bailiff"), read("jail"), ActionFolder.read(folder.resolve("action.d")));
    }

    private List<ReadFile> read(String name) {
        List<ReadFile> files = new ArrayList<>();
        Path directory = folder.resolve(name + ".d");
        readIfThere(folder.resolve(name + CONF), files);
        readAll(directory, CONF, files);
        readIfThere(folder.resolve(name + LOCAL), files);
        readAll(directory, LOCAL, files);
        return files;
    }

    private static void readAll(Path directory, String ending, List<ReadFile> files) {
        try (Stream<Path> entries = Files.list(directory)) {
            entries.filter(file -> isMeant(file, ending)).sorted().forEach(file -> readIfThere(file, files));
        } catch (NoSuchFileException absent) {
            // The directory may be left out, like every file.
            return;
        } catch (IOException unreadable) {
            files.add(unreadable(directory, unreadable));
        }
    }

    private static boolean isMeant(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.endsWith(ending) && !name.startsWith(".");
    }

    private static void readIfThere(Path file, List<ReadFile> files) {
        try {
            files.add(parsed(TextFile.read(file)));
        } catch (NoSuchFileException absent) {
            // Every file may be left out.
            return;
        } catch (IOException unreadable) {
            files.add(unreadable(file, unreadable));
        }
    }

    private static ReadFile parsed(SourceText source) {
        FolderIncludes includes = new FolderIncludes();
        try {
            Document.read(List.of(source), includes);
            return new ReadFile(source, includes.found(), Optional.empty(), Optional.of(source));
        } catch (DialectException wrong) {
            Optional<SourceText> mended = Mending.of(source, includes);
            return new ReadFile(source, includes.found(), Optional.of(problem(wrong)), mended);
        } catch (UncheckedIOException unreadable) {
            Problem problem =
                    new Problem(Severity.ERROR, source.path(), 0, "", "cannot include " + unreadable.getMessage());
            return new ReadFile(source, includes.found(), Optional.of(problem), Optional.empty());
        }
    }

    private static ReadFile unreadable(Path file, IOException failure) {
        Problem problem =
                new Problem(Severity.ERROR, file.toString(), 0, "", "cannot be read: " + TextFile.reason(failure));
        return new ReadFile(new SourceText(file.toString(), ""), Map.of(), Optional.of(problem), Optional.empty());
    }

    /** The problem that the exception tells of; its message without the place, which the problem has. */
    public static Problem problem(DialectException wrong) {
        return new Problem(Severity.ERROR, wrong.origin().file(), wrong.origin().line(), "", wrong.problem());
    }
}
