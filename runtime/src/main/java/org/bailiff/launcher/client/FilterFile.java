// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/**
 * Puts the text of a definition in the place of its file's name, for {@code filter deploy} and {@code filter validate}:
 * the daemon reads no path for a caller, who might not be allowed to read it.
 */
public final class FilterFile {
    private static final List<String> PARTS = List.of("deploy", "validate");
    private static final String SUFFIX = ".conf";
    /** The daemon takes no longer one. */
    private static final int LONGEST = 256 * 1024;
    /** Of a character in UTF-8. */
    private static final int MOST_BYTES = 3;

    private FilterFile() {}

    /**
     * The arguments as the daemon is to see them.
     *
     * @param arguments what was typed behind {@code filter}
     * @param in what {@code -} stands for
     * @throws LaunchException if the file cannot be read, or is no text
     */
    public static List<String> sent(List<String> arguments, InputStream in) throws LaunchException {
        List<String> words = arguments.stream().filter(word -> !isOption(word)).collect(Collectors.toList());
        boolean nameless = words.size() == 2 && words.get(0).equals("validate");
        if (words.isEmpty() || !PARTS.contains(words.get(0)) || words.size() != (nameless ? 2 : 3)) {
            return arguments;
        }
        String file = words.get(words.size() - 1);
        List<String> sent = new ArrayList<>(List.of(words.get(0), nameless ? name(file) : words.get(1)));
        arguments.stream().filter(FilterFile::isOption).forEach(sent::add);
        sent.addAll(List.of("--text", read(file, in)));
        return sent;
    }

    private static boolean isOption(String word) {
        return word.startsWith("--");
    }

    private static String name(String file) throws LaunchException {
        if (file.equals("-")) {
            throw new LaunchException(
                    ExitStatus.USAGE, "say the filter's name too, e.g. bailiff filter validate sshd -");
        }
        String name = Path.of(file).getFileName().toString();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    private static String read(String file, InputStream in) throws LaunchException {
        try (InputStream from = file.equals("-") ? in : Files.newInputStream(Path.of(file))) {
            // No more than memory holds, whatever it is.
            byte[] bytes = from.readNBytes(MOST_BYTES * LONGEST + 1);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.length() > LONGEST) {
                throw new LaunchException(
                        ExitStatus.FAILED,
                        file + " is too long to be a filter's definition: one has at most " + LONGEST
                                + " characters, this " + text.length()
                                + (bytes.length > MOST_BYTES * LONGEST ? " or more" : ""));
            }
            if (text.indexOf('\0') >= 0) {
                throw new LaunchException(ExitStatus.FAILED, file + " is no text: it holds a NUL");
            }
            return text;
        } catch (IOException e) {
            throw new LaunchException(ExitStatus.FAILED, "cannot read " + file + ": " + e, e);
        }
    }
}
