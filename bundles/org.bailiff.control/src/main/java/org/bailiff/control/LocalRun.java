// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.bailiff.api.Caller;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.command.ExitCode;
import org.bailiff.control.dispatch.Dispatcher;
import org.bailiff.control.dispatch.LineSink;
import org.bailiff.control.dispatch.LineWriter;
import org.bailiff.control.dispatch.Request;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Runs one verb without a daemon, with the rights of whoever started the process, and then ends the process. In a
 * daemon it does nothing.
 */
@Component(
        service = {},
        immediate = true)
public final class LocalRun {
    /** Changes nothing that is kept, and refuses nothing: there is nothing to record. */
    private static final Audit NO_AUDIT = (caller, what, subject, before, after, outcome) -> {};

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(4);

    private final BundleContext context;
    /** Null where another owns the process; then there is no local verb either. */
    private final IntConsumer exit;

    private final Dispatcher dispatcher;
    private final Thread thread = new Thread(this::run, "bailiff-local");

    @Activate
    public LocalRun(
            BundleContext context,
            @Reference(
                            target = "(" + FrameworkProperties.EXIT + "=true)",
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    IntConsumer exit,
            @Reference CommandTable commands,
            @Reference FrameworkStart start) {
        this.context = context;
        this.exit = exit;
        this.dispatcher = new Dispatcher(commands, NO_AUDIT, false);
        if (exit != null && context.getProperty(FrameworkProperties.LOCAL_VERB) != null) {
            start.whenDone(thread::start);
        }
    }

    private void run() {
        // Closed before the process ends: a last line without a line end is still to be written.
        int code = answer();
        if (code == ExitCode.OK.number() && System.out.checkError()) {
            OutputTrouble.of(OutputTrouble.STANDARD_OUTPUT).ifPresent(System.err::println);
            code = ExitCode.FAILED.number();
        }
        exit.accept(code);
    }

    private int answer() {
        try (PrintWriter out = LineWriter.to(new StreamLines(System.out));
                PrintWriter err = LineWriter.to(new StreamLines(System.err))) {
            Caller caller = Caller.ofProcess("local");
            return dispatcher.answer(caller, request(), out, err);
        }
    }

    private Request request() {
        String joined = context.getProperty(FrameworkProperties.LOCAL_ARGUMENTS);
        List<String> parts = joined == null ? List.of("") : Arrays.asList(joined.split("\0", -1));
        return new Request(
                System.getProperty("user.dir"),
                context.getProperty(FrameworkProperties.LOCAL_VERB),
                parts.subList(0, parts.size() - 1));
    }

    /** Gives the verb the time to take back what it made, e.g. a demo its namespace. */
    @Deactivate
    void stop() {
        thread.interrupt();
        try {
            thread.join(STOP_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes each line at once, so that a verb can say what it does while it does it. */
    private record StreamLines(PrintStream stream) implements LineSink {

        @Override
        public void line(String text) {
            byte[] bytes = (text + '\n').getBytes(StandardCharsets.UTF_8);
            stream.write(bytes, 0, bytes.length);
            stream.flush();
        }

        @Override
        public void flush() {
            stream.flush();
        }
    }
}
