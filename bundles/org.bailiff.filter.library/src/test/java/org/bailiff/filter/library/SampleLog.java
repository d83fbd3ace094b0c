// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bailiff.dialect.Reference;

/**
 * A sample log with verdicts, in the form that the bundle's README describes.
 *
 * @param parts each with a stream and parameters of its own
 */
record SampleLog(List<Part> parts) {
    private static final String COMMENT = "#";
    private static final String PART = "#! ";
    private static final String VERDICT = "#= ";

    /**
     * Lines of one stream.
     *
     * @param parameters of the filter
     * @param now when the lines are read
     */
    record Part(Map<String, String> parameters, Instant now, List<Sample> samples) {}

    /**
     * @param number of the line in the file
     * @param verdict as {@link Verdict} writes it
     */
    record Sample(int number, String verdict, String line) {}

    static SampleLog read(String filter) throws IOException {
        try (InputStream bytes = SampleLog.class.getResourceAsStream("/filters/" + filter + ".samples")) {
            return parse(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static SampleLog parse(String text) {
        List<Part> parts = new ArrayList<>();
        String verdict = "";
        String[] lines = text.split("\n");
        for (int index = 0; index < lines.length; index++) {
            String line = lines[index];
            if (line.startsWith(PART)) {
                parts.add(part(Reference.parse(line.substring(PART.length()))));
            } else if (line.startsWith(VERDICT)) {
                verdict = line.substring(VERDICT.length());
            } else if (!line.isBlank() && !line.startsWith(COMMENT)) {
                parts.get(parts.size() - 1).samples().add(new Sample(index + 1, verdict, line));
            }
        }
        return new SampleLog(parts);
    }

    private static Part part(Reference reference) {
        return new Part(reference.parameters(), Instant.parse(reference.name()), new ArrayList<>());
    }
}
