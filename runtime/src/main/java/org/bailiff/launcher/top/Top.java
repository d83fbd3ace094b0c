// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.top;

import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/** The verb {@code top}. */
public final class Top {
    private final Asking asking;
    private final PrintStream out;
    private final InstantSource clock;
    private final Picture picture = new Picture(ZoneId.systemDefault());
    private Optional<Sample> before = Optional.empty();

    /** Asks the daemon once. */
    @FunctionalInterface
    public interface Asking {
        /**
         * The daemon's answer.
         *
         * @throws LaunchException if there is none
         */
        String ask(String verb, List<String> arguments) throws LaunchException;
    }

    public Top(Asking asking, PrintStream out, InstantSource clock) {
        this.asking = asking;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Draws until it is left.
     *
     * @param terminal whether the output is one
     */
    public int run(List<String> arguments, boolean terminal) throws LaunchException {
        TopOptions options = TopOptions.parse(arguments);
        try {
            return terminal && !options.json() ? draw(options) : print(options);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitStatus.FAILED;
        } catch (IOException e) {
            throw new LaunchException(
                    ExitStatus.FAILED,
                    "cannot draw on this terminal (" + e.getMessage() + "); try bailiff top | cat",
                    e);
        }
    }

    private int draw(TopOptions options) throws IOException, InterruptedException {
        try (Terminal terminal = new Terminal(out)) {
            long left = options.count().orElse(Long.MAX_VALUE);
            while (true) {
                Picture.Size size = terminal.size();
                boolean seen = terminal.draw(look(size), size);
                if (!seen || --left == 0 || terminal.isLeftWithin(options.millis())) {
                    return ExitStatus.OK;
                }
            }
        }
    }

    private List<String> look(Picture.Size size) {
        try {
            Sample now = sample();
            List<String> lines = picture.of(now, before, clock.instant(), size);
            before = Optional.of(now);
            return lines;
        } catch (LaunchException notRunning) {
            before = Optional.empty();
            return picture.waiting(notRunning.getMessage(), clock.instant(), size);
        }
    }

    /** The first picture needs a sample before it: else it would know no rates. */
    private int print(TopOptions options) throws LaunchException, InterruptedException {
        before = Optional.of(sample());
        for (long left = options.count().orElse(1); left > 0; left--) {
            Thread.sleep(options.millis());
            Sample now = sample();
            if (options.json()) {
                out.println(Picture.json(now, before, clock.instant()));
            } else {
                picture.of(now, before, clock.instant(), Picture.Size.PAPER).forEach(out::println);
            }
            before = Optional.of(now);
            if (out.checkError()) {
                return ExitStatus.FAILED;
            }
        }
        return ExitStatus.OK;
    }

    private Sample sample() throws LaunchException {
        String stats = asking.ask("stats", List.of("--json"));
        String banned = asking.ask("banned", List.of("--newest", "20", "--json"));
        try {
            return Sample.of(System.nanoTime(), stats, banned);
        } catch (RuntimeException incomprehensible) {
            throw new LaunchException(
                    ExitStatus.FAILED,
                    "what answers on the socket is not a bailiff of this version; see --socket",
                    incomprehensible);
        }
    }
}
