// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.top;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The terminal while it is drawn on: its other screen, without echo. However the process ends, but for a kill, it is
 * given back as it was. The JDK cannot do that by itself, so {@code stty} does.
 */
final class Terminal implements AutoCloseable {
    private static final File DEVICE = new File("/dev/tty");
    private static final String ENTER = "\u001b[?1049h\u001b[?25l";
    private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
    private static final String HOME = "\u001b[H";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";
    private static final String BOLD = "\u001b[1m";
    private static final String INVERSE = "\u001b[7m";
    private static final String PLAIN = "\u001b[0m";
    private static final int STTY_SECONDS = 2;

    private final PrintStream out;
    private final String settings;
    private final BlockingQueue<Integer> keys = new LinkedBlockingQueue<>();
    private final Thread restoring = new Thread(this::restore, "bailiff-terminal");
    private boolean restored;

    Terminal(PrintStream out) throws IOException {
        this.out = out;
        this.settings = stty("-g");
        Runtime.getRuntime().addShutdownHook(restoring);
        stty("-icanon", "-echo", "min", "1", "time", "0");
        out.print(ENTER);
        out.flush();
        Thread reader = new Thread(this::read, "bailiff-keys");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try {
            for (int key = System.in.read(); key >= 0; key = System.in.read()) {
                keys.add(key);
            }
        } catch (IOException gone) {
            // The terminal is; what is written to it tells the same.
            return;
        }
    }

    /** Whether q was typed within the time. */
    boolean isLeftWithin(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (true) {
            Integer key = keys.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (key == null || key == 'q' || key == 'Q') {
                return key != null;
            }
        }
    }

    Picture.Size size() {
        try {
            String[] size = stty("size").split(" ");
            int height = Integer.parseInt(size[0]);
            int width = Integer.parseInt(size[1]);
            return height > 0 && width > 0 ? new Picture.Size(width, height) : new Picture.Size(80, 24);
        } catch (IOException | RuntimeException unknown) {
            return new Picture.Size(80, 24);
        }
    }

    /** Draws over what stood there; the first line is the title, and lines of capitals are headings. */
    boolean draw(List<String> lines, Picture.Size size) {
        StringBuilder screen = new StringBuilder(HOME);
        for (int index = 0; index < Math.min(lines.size(), size.height()); index++) {
            String line = lines.get(index);
            String style = index == 0 ? BOLD : isHeading(line) ? INVERSE : "";
            screen.append(index == 0 ? "" : "\r\n").append(style).append(line);
            screen.append(style.isEmpty() ? "" : PLAIN).append(CLEAR_LINE);
        }
        out.print(screen.append(CLEAR_BELOW));
        return !out.checkError();
    }

    private static boolean isHeading(String line) {
        return line.startsWith("JAIL ") || line.startsWith("NEWEST BANS ");
    }

    private synchronized void restore() {
        if (!restored) {
            restored = true;
            out.print(LEAVE);
            out.flush();
            try {
                stty(settings);
            } catch (IOException gone) {
                // Nobody is there to whom it could be given back.
                return;
            }
        }
    }

    @Override
    public void close() {
        restore();
    }

    private static String stty(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        Process stty = new ProcessBuilder(command)
                .redirectInput(DEVICE)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (!stty.waitFor(STTY_SECONDS, TimeUnit.SECONDS) || stty.exitValue() != 0) {
                throw new IOException("stty " + String.join(" ", arguments) + " failed");
            }
            return answer.strip();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
