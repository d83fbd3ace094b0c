// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the daemon's time goes on the mixed log: the processor time of each thread, as the kernel tells it; and of samples
 * that the Flight Recorder takes (50 a second of each thread, in a run of its own), in whose code they were: that of the
 * innermost of Bailiff's packages.
 */
public final class Profile {
    private static final String OURS = "org.bailiff.";

    private Profile() {}

    public static void main(String[] arguments) throws Exception {
        Workshop workshop = Workshop.of(arguments);
        MixedLog.Written log = workshop.log("mixed", workshop.quick() ? 300_000 : 20_000_000);
        threads(workshop, log);
        code(workshop, log);
        Files.delete(log.file());
    }

    private static void threads(Workshop workshop, MixedLog.Written log) throws IOException, InterruptedException {
        Results results = new Results(workshop.results(), "threads", "thread", "processor", "lines");
        try (Daemon daemon = new Daemon(workshop.folder(), Jails.of(log, "action = log", List.of("sshd")))) {
            daemon.awaitAll(1, log.failures());
            for (Map.Entry<String, Double> thread : sorted(Usage.threads(daemon.process()))) {
                results.add(thread.getKey(), thread.getValue(), log.lines());
            }
        }
    }

    private static void code(Workshop workshop, MixedLog.Written log) throws IOException, InterruptedException {
        Results results = new Results(workshop.results(), "code", "thread", "package", "samples");
        Path recording =
                Files.createTempDirectory(workshop.folder(), "recording").resolve("daemon.jfr");
        // The daemon's user writes it, and removes nothing.
        recording.getParent().toFile().setWritable(true, false);
        recording.getParent().toFile().setExecutable(true, false);
        String options = "-XX:StartFlightRecording=settings=profile,filename=" + recording;
        try (Daemon daemon = new Daemon(workshop.folder(), Jails.of(log, "action = log", List.of("sshd")), options)) {
            daemon.awaitAll(1, log.failures());
        }
        Map<String, Double> samples = new HashMap<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    samples.merge(threadName(event) + "\t" + innermost(event), 1.0, Double::sum);
                }
            }
        }
        for (Map.Entry<String, Double> place : sorted(samples)) {
            String[] names = place.getKey().split("\t");
            results.add(names[0], names[1], Math.round(place.getValue()));
        }
    }

    /** Threads of one kind together. */
    private static String threadName(RecordedEvent event) {
        return String.valueOf(event.getThread("sampledThread").getJavaName()).replaceFirst("-\\d+$", "");
    }

    private static String innermost(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        Stream<RecordedFrame> frames = stack == null ? Stream.empty() : stack.getFrames().stream();
        return frames.map(frame -> frame.getMethod().getType().getName())
                .filter(name -> name.startsWith(OURS))
                // A class that a lambda was made into has a dot in its number, too.
                .map(name -> name.replaceFirst("\\$\\$.*", ""))
                .map(name -> name.substring(OURS.length(), name.lastIndexOf('.')))
                .findFirst()
                .orElse("none of Bailiff's");
    }

    private static List<Map.Entry<String, Double>> sorted(Map<String, Double> shares) {
        return shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .toList();
    }
}
