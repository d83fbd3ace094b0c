// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether Bailiff and fail2ban-regex say the same of the mixed log, line by line: which lines are failures and which are
 * ignored, and of each failure whose and when.
 */
public final class Verdicts {
    private static final Pattern OBJECT = Pattern.compile("\"line\":(\\d+),\"outcome\":\"(\\w+)\"");
    private static final Pattern FAILURE = Pattern.compile("\"host\":\"([^\"]*)\",\"time\":\"([^\"]*)\"");

    private Verdicts() {}

    /** What one of them says. */
    private record Said(List<String> matched, List<String> ignored, List<String> failures) {}

    public static void main(String[] arguments) throws Exception {
        Workshop workshop = Workshop.of(arguments);
        MixedLog.Written log = workshop.log("mixed", workshop.quick() ? 10_000 : 100_000);
        Said ours = ours(workshop, log.file());
        Said theirs = theirs(log.file());
        Results results = new Results(workshop.results(), "verdicts", "lines", "matched", "ignored", "failures");
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("they differ: " + difference(ours.matched, theirs.matched)
                    + difference(ours.ignored, theirs.ignored) + difference(ours.failures, theirs.failures));
        }
        results.add(log.lines(), ours.matched.size(), ours.ignored.size(), ours.failures.size());
        System.out.println("Bailiff and fail2ban-regex say the same of each line.");
        Files.delete(log.file());
    }

    private static String difference(List<String> ours, List<String> theirs) {
        int same = 0;
        while (same < Math.min(ours.size(), theirs.size()) && ours.get(same).equals(theirs.get(same))) {
            same++;
        }
        return "\n" + ours.size() + " and " + theirs.size() + ", the first " + same + " alike; then '"
                + (same < ours.size() ? ours.get(same) : "") + "' and '"
                + (same < theirs.size() ? theirs.get(same) : "") + "'";
    }

    private static Said ours(Workshop workshop, Path log) throws IOException, InterruptedException {
        List<String> lines = Files.readAllLines(log);
        Said said = new Said(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String object : output(
                workshop.folder().resolve("bailiff/bin/bailiff").toString(),
                "test",
                "--json",
                "--filters",
                Peer.FILTERS,
                log.toString(),
                "sshd")) {
            Matcher verdict = OBJECT.matcher(object);
            if (verdict.find() && !verdict.group(2).equals("missed")) {
                String line = lines.get(Integer.parseInt(verdict.group(1)) - 1);
                (verdict.group(2).equals("failure") ? said.matched : said.ignored).add(line);
            }
            Matcher failure = FAILURE.matcher(object);
            while (failure.find()) {
                said.failures.add(
                        failure.group(1) + " " + Instant.parse(failure.group(2)).getEpochSecond());
            }
        }
        return said;
    }

    private static Said theirs(Path log) throws IOException, InterruptedException {
        Said said = new Said(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<String> kind = new ArrayList<>();
        for (String line : output(
                "fail2ban-regex",
                "--print-all-matched",
                "--print-all-ignored",
                "--print-no-missed",
                log.toString(),
                Peer.FILTERS + "/sshd.conf")) {
            if (line.startsWith("|- ")) {
                kind = line.contains("Matched line")
                        ? said.matched
                        : line.contains("Ignored line") ? said.ignored : new ArrayList<>();
            } else if (line.startsWith("|  ")) {
                kind.add(line.substring(3));
            }
        }
        for (String line : output("fail2ban-regex", "-o", "<ip> <time>", log.toString(), Peer.FILTERS + "/sshd.conf")) {
            if (!line.isBlank()) {
                said.failures.add(line.replaceFirst("\\.0$", ""));
            }
        }
        return said;
    }

    private static List<String> output(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", "");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(said.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            if (builder.start().waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
            return Files.readAllLines(said, StandardCharsets.UTF_8);
        } finally {
            Files.delete(said);
        }
    }
}
