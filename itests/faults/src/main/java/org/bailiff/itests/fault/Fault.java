// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A fault that the product could have: edits of one source file. It is written as a file {@code *.fault}: a sentence, then
 * {@code key: value} lines, then pairs of {@code --- instead of} with lines of the source, and {@code +++ stands} with the
 * lines in their place.
 *
 * @param origin the file that tells of it
 * @param sentence what it is
 * @param keys what else the file says of it, e.g. {@code file}, {@code caught by}
 */
public record Fault(Path origin, String sentence, Map<String, String> keys, List<Edit> edits) {
    private static final String INSTEAD = "--- instead of";
    private static final String STANDS = "+++ stands";

    /** All faults of a folder, by the name of their file; none if there is no such folder. */
    public static List<Fault> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".fault"))
                    .sorted()
                    .toList()) {
                faults.add(of(file, Files.readAllLines(file)));
            }
        }
        return faults;
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if the lines are not written as they should be; the message names the file
     */
    static Fault of(Path origin, List<String> lines) {
        int first = lines.indexOf(INSTEAD);
        if (first < 1) {
            throw new IllegalArgumentException(origin + ": a sentence comes first, and later a line '" + INSTEAD + "'");
        }
        Map<String, String> keys = new TreeMap<>();
        for (String line : lines.subList(1, first)) {
            String[] parts = line.split(":", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException(origin + ": '" + line + "' is not 'key: value'");
            }
            keys.put(parts[0].strip(), parts[1].strip());
        }
        return new Fault(origin, lines.get(0).strip(), Map.copyOf(keys), edits(origin, lines, first));
    }

    private static List<Edit> edits(Path origin, List<String> lines, int first) {
        List<Edit> edits = new ArrayList<>();
        int begin = first;
        while (begin < lines.size()) {
            List<String> rest = lines.subList(begin + 1, lines.size());
            int next = rest.indexOf(INSTEAD);
            List<String> pair = next < 0 ? rest : rest.subList(0, next);
            int stands = pair.indexOf(STANDS);
            if (stands < 1) {
                throw new IllegalArgumentException(
                        origin + ": behind '" + INSTEAD + "' come lines of the source, then a line '" + STANDS + "'");
            }
            edits.add(new Edit(pair.subList(0, stands), pair.subList(stands + 1, pair.size())));
            begin += pair.size() + 1;
        }
        return List.copyOf(edits);
    }

    /**
     * What the file says of it under a key.
     *
     * @throws IllegalArgumentException if it says nothing
     */
    public String key(String name) {
        String value = keys.get(name);
        if (value == null) {
            throw new IllegalArgumentException(origin + ": a line '" + name + ": ...' is missing");
        }
        return value;
    }

    /** Whether the file says this under a key. */
    public boolean says(String name, String value) {
        return value.equals(keys.get(name));
    }

    /** The source file, relative to the bundle's folder. */
    public Path file() {
        return Path.of(key("file"));
    }

    /**
     * The text of the source with the fault in it.
     *
     * @throws IllegalArgumentException if the source has changed so that an edit does not fit it
     */
    String builtInto(List<String> source) {
        List<String> edited = source;
        for (Edit edit : edits) {
            try {
                edited = edit.applyTo(edited);
            } catch (IllegalArgumentException drifted) {
                throw new IllegalArgumentException(
                        origin.getFileName() + " does not fit " + file() + " any more: " + drifted.getMessage(),
                        drifted);
            }
        }
        return String.join("\n", edited) + "\n";
    }

    @Override
    public String toString() {
        return sentence;
    }
}
