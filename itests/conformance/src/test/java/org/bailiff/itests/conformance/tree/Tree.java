// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A copy of a configuration of fail2ban's, whose logs are in a folder of its own. */
final class Tree implements AutoCloseable {
    private static final Pattern SECTION = Pattern.compile("(?m)^\\[([^]]+)]");
    /** An absolute path at the beginning of a value whose key is about logs, or of a line that continues a value. */
    private static final Pattern LOG =
            Pattern.compile("(?m)^((?:(?:\\w*log\\w*|syslog_\\w+)[ \\t]*=[ \\t]*|[ \\t]+))(/)");

    private final Path folder;

    private Tree(Path folder) {
        this.folder = folder;
    }

    /** A copy of the installed tree, in which every jail is enabled. */
    static Tree withEveryJail() throws IOException, InterruptedException {
        Path original = Path.of(System.getProperty("bailiff.conformance.etc"));
        Tree tree = copyOf(original);
        String jails = SECTION.matcher(Files.readString(original.resolve("jail.conf")))
                .results()
                .map(section -> section.group(1))
                .filter(name -> !Set.of("INCLUDES", "DEFAULT").contains(name))
                .map(name -> "[" + name + "]\nenabled = true\n")
                .collect(Collectors.joining());
        return tree.file("jail.local", jails);
    }

    /** A copy of the installed tree with this {@code jail.local}. */
    static Tree with(String local) throws IOException, InterruptedException {
        return copyOf(Path.of(System.getProperty("bailiff.conformance.etc"))).file("jail.local", local);
    }

    private static Tree copyOf(Path original) throws IOException, InterruptedException {
        Tree tree = new Tree(Files.createTempDirectory("bailiff-conformance"));
        Commands.output(List.of("cp", "-r", original.toString(), tree.etc().toString()));
        try (Stream<Path> files = Files.list(tree.etc())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree.moveLogs(file);
            }
        }
        return tree;
    }

    private void moveLogs(Path file) throws IOException {
        String root = Matcher.quoteReplacement(logs().toString());
        Files.writeString(file, LOG.matcher(Files.readString(file)).replaceAll("$1" + root + "$2"));
    }

    Tree file(String name, String text) throws IOException {
        Path file = etc().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Path etc() {
        return folder.resolve("etc");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    /** Makes a log that the pattern matches, unless it is outside of the tree. */
    void makeLog(String pattern) throws IOException {
        Path log = Path.of(pattern.replaceAll("\\[0-9]", "5").replace("*", "x"));
        if (log.startsWith(logs()) && Files.notExists(log)) {
            Files.createDirectories(log.getParent());
            Files.createFile(log);
        }
    }

    /** The logs that a pattern matches. */
    Set<String> matching(String pattern) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (Stream<Path> files = Files.walk(logs())) {
            return files.filter(Files::isRegularFile)
                    .filter(matcher::matches)
                    .map(Path::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Tree::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
