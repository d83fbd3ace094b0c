// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.bailiff.source.file.follow.Unreadable;
import org.bailiff.text.SafeText;

/**
 * A path, or a glob with {@code *}, {@code ?} and {@code [...]} in any part of it, as fail2ban writes them: a star stays
 * within one directory, and a name that begins with a dot is only matched by a part that does. Immutable.
 */
final class PathPattern {
    private final Path root;
    private final List<Part> parts;
    private final boolean glob;

    /** What one part of the path has to be. */
    private record Part(String text, Optional<PathMatcher> matcher) {

        boolean matches(Path name) {
            return matcher.isPresent()
                    && matcher.get().matches(name)
                    && (text.startsWith(".") || !name.toString().startsWith("."));
        }
    }

    private PathPattern(Path root, List<Part> parts) {
        this.root = root;
        this.parts = parts;
        this.glob = parts.stream().anyMatch(part -> part.matcher().isPresent());
    }

    /**
     * The pattern that the text writes.
     *
     * @throws IllegalArgumentException if it writes none; the message is a sentence for the user
     */
    static PathPattern parse(String text) {
        try {
            Path path = Path.of(text).normalize();
            if (!path.isAbsolute() || path.getNameCount() == 0) {
                throw new IllegalArgumentException(
                        "'" + SafeText.of(text) + "' is not an absolute path of a file; write it from / on");
            }
            List<Part> parts = new ArrayList<>();
            path.forEach(name -> parts.add(part(name.toString())));
            return new PathPattern(path.getRoot(), List.copyOf(parts));
        } catch (InvalidPathException | PatternSyntaxException wrong) {
            String mend = "; close each [ with a ], and write a literal [ as [[]";
            throw new IllegalArgumentException("'" + SafeText.of(text) + "' is not a path or glob" + mend, wrong);
        }
    }

    private static Part part(String text) {
        boolean literal = text.chars().noneMatch(character -> "*?[".indexOf(character) >= 0);
        if (literal) {
            return new Part(text, Optional.empty());
        }
        // Braces and backslashes mean something to the JDK only.
        String escaped = text.replaceAll("[{}\\\\]", "\\\\$0");
        return new Part(text, Optional.of(FileSystems.getDefault().getPathMatcher("glob:" + escaped)));
    }

    boolean isGlob() {
        return glob;
    }

    /** The path or glob as it was written, safe to show. */
    @Override
    public String toString() {
        return SafeText.of(root + parts.stream().map(Part::text).collect(Collectors.joining("/")));
    }

    /** Looks into the file system for what it names now. */
    Expansion expand() {
        Expansion expansion = new Expansion();
        expand(root, 0, expansion);
        return expansion;
    }

    private void expand(Path base, int index, Expansion expansion) {
        if (index == parts.size()) {
            expansion.add(base, glob);
            return;
        }
        Part part = parts.get(index);
        if (part.matcher().isPresent()) {
            expansion.directories.add(base);
            list(base, part, expansion).forEach(child -> expand(child, index + 1, expansion));
            return;
        }
        Path child = base.resolve(part.text());
        boolean there = isThere(child, expansion);
        if (!there || index == parts.size() - 1) {
            expansion.directories.add(base);
        }
        if (there) {
            expand(child, index + 1, expansion);
        }
    }

    private static boolean isThere(Path path, Expansion expansion) {
        try {
            Files.readAttributes(path, BasicFileAttributes.class);
            return true;
        } catch (NoSuchFileException notThere) {
            return false;
        } catch (IOException failed) {
            expansion.problems.add(Unreadable.of(path, failed).reason());
            return false;
        }
    }

    private static List<Path> list(Path directory, Part part, Expansion expansion) {
        List<Path> children = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return children;
        }
        try (DirectoryStream<Path> names =
                Files.newDirectoryStream(directory, child -> part.matches(child.getFileName()))) {
            names.forEach(children::add);
        } catch (DirectoryIteratorException failed) {
            expansion.problems.add(Unreadable.of(directory, failed.getCause()).reason());
        } catch (IOException failed) {
            expansion.problems.add(Unreadable.of(directory, failed).reason());
        }
        return children;
    }

    /** What a pattern names at a moment. */
    static final class Expansion {
        private final TreeSet<Path> files = new TreeSet<>();
        private final TreeSet<Path> directories = new TreeSet<>();
        private final List<String> problems = new ArrayList<>();

        private void add(Path path, boolean byGlob) {
            if (Files.isRegularFile(path)) {
                files.add(path);
            } else if (!byGlob) {
                problems.add("cannot follow " + SafeText.of(path.toString()) + ": it is "
                        + (Files.isDirectory(path)
                                ? "a directory; name the files in it, e.g. " + path + "/*.log"
                                : "a device, a pipe or a socket; only regular files can be followed"));
            }
        }

        /** The files, in order of their names. */
        TreeSet<Path> files() {
            return files;
        }

        /** The directories where a new name would change the answer. */
        TreeSet<Path> directories() {
            return directories;
        }

        /** Sentences on what could not be looked into. */
        List<String> problems() {
            return problems;
        }
    }
}
