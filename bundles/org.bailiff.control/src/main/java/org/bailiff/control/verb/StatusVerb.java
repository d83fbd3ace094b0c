// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bailiff.api.Role;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Settings;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.jail.Jails;
import org.bailiff.api.store.Store;
import org.bailiff.control.show.JailJson;
import org.bailiff.control.show.JailText;
import org.bailiff.control.show.Json;
import org.bailiff.control.show.Problems;
import org.bailiff.control.show.Times;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code status}: how the daemon is, or one jail. */
@Component
public final class StatusVerb implements Command {
    private static final Set<JailState> BROKEN = Set.of(JailState.WAITING, JailState.FAILED);

    private final Jails jails;
    private final Store store;
    private final CurrentSettings settings;
    private final Times times;

    @Activate
    public StatusVerb(@Reference Jails jails, @Reference Store store, @Reference CurrentSettings settings) {
        this(jails, store, settings, Clock.systemDefaultZone());
    }

    StatusVerb(Jails jails, Store store, CurrentSettings settings, Clock clock) {
        this.jails = jails;
        this.store = store;
        this.settings = settings;
        this.times = new Times(clock);
    }

    @Override
    public CommandDescription description() {
        return new CommandDescription("status", "[JAIL]", "Shows how the daemon is, or one jail.", Role.VIEWER, false);
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        List<String> name = Arguments.words(call.arguments(), 0, 1);
        List<Jail> chosen = new JailChoice(jails).namedOrAll(name);
        if (call.json()) {
            writeJson(chosen, call);
        } else if (name.isEmpty()) {
            print(chosen, call.out());
        } else {
            Jail jail = chosen.get(0);
            JailText.print(jail.status(), jail.bans(), call.out());
        }
        return ExitCode.OK;
    }

    private void print(List<Jail> all, PrintWriter out) {
        DaemonStatus daemon = jails.status();
        out.println("Status");
        out.println("|- State: " + daemon.state() + ", up for " + times.since(daemon.startedAt()));
        problems(daemon, all).forEach(problem -> out.println("|- Problem: " + problem));
        if (changedNotLoaded()) {
            out.println("|- Changed, not loaded: 'bailiff reload' puts the changed files in force.");
        }
        out.println("|- Number of jail: " + all.size());
        out.println("`- Jail list: "
                + all.stream().map(jail -> SafeText.of(jail.name())).collect(Collectors.joining(", ")));
    }

    private boolean changedNotLoaded() {
        return settings.find().map(Settings::changedNotLoaded).orElse(false);
    }

    /** What does not work anywhere, each said once. */
    private Set<String> problems(DaemonStatus daemon, List<Jail> all) {
        Set<String> problems = new LinkedHashSet<>();
        for (Jail jail : all) {
            JailStatus status = jail.status();
            if (BROKEN.contains(status.state())) {
                problems.add(SafeText.of(status.name()) + " is " + JailText.state(status));
            }
            Problems.of(status).forEach(problem -> problems.add(SafeText.of(status.name()) + ": " + problem));
        }
        problems.add(SafeText.of(store.status().reason()));
        settings.find().map(Settings::problems).orElse(List.of()).stream()
                .map(Problem::toString)
                .map(SafeText::of)
                .forEach(problems::add);
        if (problems.stream().noneMatch(problem -> problem.contains(daemon.reason()))) {
            problems.add(SafeText.of(daemon.reason()));
        }
        problems.remove("");
        return problems;
    }

    private void writeJson(List<Jail> chosen, CommandCall call) throws IOException {
        DaemonStatus daemon = jails.status();
        JsonWriter json = Json.begin(call.out());
        json.name("daemon").beginObject();
        json.name("state").value(daemon.state().name());
        json.name("reason").value(Json.text(daemon.reason()));
        json.name("version").value(daemon.version());
        json.name("startedAt").value(daemon.startedAt().toString()).endObject();
        json.name("changedNotLoaded").value(changedNotLoaded());
        json.name("problems");
        Json.texts(json, List.copyOf(problems(daemon, chosen)));
        json.name("jails").beginArray();
        JailJson writer = new JailJson(json);
        for (Jail jail : chosen) {
            writer.write(jail);
        }
        json.endArray();
        Json.end(json, call.out());
    }
}
