// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import org.bailiff.api.Caller;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.command.CommandLine;
import org.bailiff.api.command.ExitCode;
import org.bailiff.control.dispatch.Dispatcher;
import org.bailiff.control.dispatch.LineSink;
import org.bailiff.control.dispatch.LineWriter;
import org.bailiff.control.dispatch.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers callers of this process as the socket answers those of others. */
@Component
public final class CommandLineService implements CommandLine {
    private final Dispatcher dispatcher;

    @Activate
    public CommandLineService(@Reference Audit audit, @Reference CommandTable commands) {
        this.dispatcher = new Dispatcher(commands, audit, true);
    }

    @Override
    public ExitCode run(
            Caller caller, List<String> words, String directory, Consumer<String> out, Consumer<String> err) {
        Request request = new Request(directory, words.get(0), words.subList(1, words.size()));
        try (PrintWriter results = LineWriter.to(new Lines(out));
                PrintWriter complaints = LineWriter.to(new Lines(err))) {
            return exitCode(dispatcher.answer(caller, request, results, complaints));
        }
    }

    private static ExitCode exitCode(int number) {
        for (ExitCode code : ExitCode.values()) {
            if (code.number() == number) {
                return code;
            }
        }
        return ExitCode.FAILED;
    }

    /** Hands each line on as it comes. */
    private record Lines(Consumer<String> taker) implements LineSink {
        @Override
        public void line(String text) {
            taker.accept(text);
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }
    }
}
