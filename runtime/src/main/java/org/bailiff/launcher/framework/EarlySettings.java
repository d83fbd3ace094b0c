// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.Entry;
import org.bailiff.dialect.Includes;
import org.bailiff.dialect.SourceText;

/**
 * What {@code bailiff.conf} says about the framework itself, and must be known before there is one. Its mistakes are not
 * told here: {@code org.bailiff.config} examines the file and then ends the daemon. Until then the safe value counts.
 */
final class EarlySettings {
    private static final Logger LOG = Logger.getLogger(EarlySettings.class.getName());
    private static final Set<String> YES = Set.of("yes", "true", "on", "1");
    private static final Set<String> NO = Set.of("no", "false", "off", "0");

    private final Path etc;

    EarlySettings(Path etc) {
        this.etc = etc;
    }

    /** Whether plug-ins are started that the daemon's user may write. */
    boolean deployWritable() {
        return isOneOf("deploy.writable", YES);
    }

    /** Whether debuggers and jconsole may attach to the process. */
    boolean attachAllowed() {
        return !isOneOf("attach", NO);
    }

    private boolean isOneOf(String key, Set<String> words) {
        try {
            return Document.read(files(), Includes.NONE)
                    .entry("Definition", key)
                    .map(Entry::value)
                    .filter(value -> words.contains(value.strip().toLowerCase(Locale.ROOT)))
                    .isPresent();
        } catch (DialectException | IOException unreadable) {
            LOG.log(Level.FINE, "bailiff.conf cannot be read yet", unreadable);
            return false;
        }
    }

    /** In the order in which they count; see the README of {@code org.bailiff.config}. */
    private List<SourceText> files() throws IOException {
        List<Path> files = new ArrayList<>(List.of(etc.resolve("bailiff.conf")));
        files.addAll(inFolder("*.conf"));
        files.add(etc.resolve("bailiff.local"));
        files.addAll(inFolder("*.local"));
        List<SourceText> texts = new ArrayList<>();
        for (Path file : files) {
            if (Files.exists(file)) {
                texts.add(new SourceText(file.toString(), Files.readString(file)));
            }
        }
        return texts;
    }

    private List<Path> inFolder(String names) throws IOException {
        List<Path> files = new ArrayList<>();
        Path folder = etc.resolve("bailiff.d");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
                found.forEach(files::add);
            }
        }
        Collections.sort(files);
        return files;
    }
}
