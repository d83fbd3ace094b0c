// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrayOutputTest {
    private final List<String> entries = new ArrayList<>();
    private PrintStream stream;

    @BeforeEach
    void collect() {
        Logger log = Logger.getAnonymousLogger();
        log.setUseParentHandlers(false);
        log.setLevel(Level.ALL);
        log.addHandler(new Collector());
        stream = new PrintStream(new StrayOutput(log), true, StandardCharsets.UTF_8);
    }

    @Test
    void eachPrintedLineIsAnEntry() {
        stream.print("ERROR: é ");
        stream.println("happened\n\nsecond");

        assertThat(entries).containsExactly("WARNING ERROR: é happened", "WARNING second");
    }

    @Test
    void stackFramesAreForDebuggingOnly() {
        stream.println("java.lang.IllegalStateException: no\n\tat a.B.c(B.java:1)\n\t... 3 more\nCaused by: why");

        assertThat(entries)
                .containsExactly(
                        "WARNING java.lang.IllegalStateException: no",
                        "FINE at a.B.c(B.java:1)",
                        "FINE ... 3 more",
                        "WARNING Caused by: why");
    }

    @Test
    void aLineWithoutEndDoesNotGrowForEver() {
        stream.print("x".repeat(10000));

        assertThat(entries).hasSize(1);
    }

    private final class Collector extends Handler {
        @Override
        public void publish(LogRecord entry) {
            entries.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
