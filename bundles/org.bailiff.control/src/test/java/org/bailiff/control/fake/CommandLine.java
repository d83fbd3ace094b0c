// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.fake;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.command.Command;
import org.bailiff.control.dispatch.Dispatcher;
import org.bailiff.control.dispatch.LineSink;
import org.bailiff.control.dispatch.LineWriter;
import org.bailiff.control.dispatch.Request;

/** Types verbs as a caller would, through the real dispatcher, and keeps what is answered. */
public final class CommandLine {
    public static final Caller ADMINISTRATOR = new Caller("root", "socket", Role.ADMINISTRATOR);
    public static final Caller OPERATOR = new Caller("alice", "socket", Role.OPERATOR);

    public final FakeAudit audit = new FakeAudit();
    public final List<String> out = new ArrayList<>();
    public final List<String> err = new ArrayList<>();

    private final Command[] commands;

    public CommandLine(Command... commands) {
        this.commands = commands;
    }

    /** Returns the exit code; {@link #out} and {@link #err} hold the answer. */
    public int type(Caller caller, String verb, String... arguments) {
        out.clear();
        err.clear();
        try (PrintWriter results = LineWriter.to(into(out));
                PrintWriter complaints = LineWriter.to(into(err))) {
            return new Dispatcher(new FakeVerbs(commands), audit, true)
                    .answer(caller, new Request("/home/alice", verb, List.of(arguments)), results, complaints);
        }
    }

    public JsonObject json() {
        return JsonParser.parseString(String.join("\n", out)).getAsJsonObject();
    }

    private static LineSink into(List<String> lines) {
        return new LineSink() {
            @Override
            public void line(String text) {
                lines.add(text);
            }

            @Override
            public void flush() {}
        };
    }
}
