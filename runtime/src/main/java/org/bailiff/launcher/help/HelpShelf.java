// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.help;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.bailiff.api.command.HelpText;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/** The helps of all verbs, read from the jars of the distribution: no daemon is needed for it, and no class is loaded. */
public final class HelpShelf {
    private final Path home;

    /**
     * @param home the distribution's folder
     */
    public HelpShelf(Path home) {
        this.home = home;
    }

    /** All of them, by name; a plug-in's own is left out if it cannot be read. */
    public Map<String, HelpText> all() throws LaunchException {
        Map<String, HelpText> all = new TreeMap<>();
        for (Path jar : jars("lib", "bundles", "deploy")) {
            read(jar, all);
        }
        return all;
    }

    /** The help of this verb. */
    public Optional<HelpText> find(String verb) throws LaunchException {
        return Optional.ofNullable(all().get(verb));
    }

    private List<Path> jars(String... folders) throws LaunchException {
        List<Path> jars = new ArrayList<>();
        for (String folder : folders) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(home.resolve(folder), "*.jar")) {
                found.forEach(jars::add);
            } catch (NoSuchFileException absent) {
                // A distribution without plug-ins.
                continue;
            } catch (IOException e) {
                throw new LaunchException(ExitStatus.FAILED, "cannot list " + home.resolve(folder) + ": " + e, e);
            }
        }
        // As every start is like the last, so is every help.
        Collections.sort(jars);
        return jars;
    }

    /** A jar that cannot be read, or has a help that is none, is a plug-in under way: the others are shown. */
    private static void read(Path path, Map<String, HelpText> into) {
        try (JarFile jar = new JarFile(path.toFile())) {
            for (JarEntry entry : jar.stream().filter(HelpShelf::isHelp).collect(Collectors.toList())) {
                String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                into.putIfAbsent(verb(entry), HelpText.parse(verb(entry), text));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            System.err.println("bailiff: the help in " + path + " is left out: " + unreadable.getMessage());
        }
    }

    private static boolean isHelp(JarEntry entry) {
        return entry.getName().startsWith(HelpText.FOLDER) && entry.getName().endsWith(HelpText.SUFFIX);
    }

    private static String verb(JarEntry entry) {
        String name = entry.getName();
        return name.substring(HelpText.FOLDER.length(), name.length() - HelpText.SUFFIX.length());
    }
}
