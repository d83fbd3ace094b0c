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
import org.bailiff.control.show.JailCounts;
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
    private static final CommandDescription DESCRIPTION = CommandDescription.of(StatusVerb.class, "status");

    /** States that an administrator chose: their reasons are no problems. */
    private static final Set<JailState> CHOSEN = Set.of(JailState.PAUSED, JailState.SIMULATING, JailState.DISABLED);

    private final Jails jails;
    private final Store store;
    private final CurrentSettings settings;
    private final CurrentPlugIns plugIns;
    private final Times times;

    @Activate
    public StatusVerb(
            @Reference Jails jails,
            @Reference Store store,
            @Reference CurrentSettings settings,
            @Reference CurrentPlugIns plugIns) {
        this(jails, store, settings, plugIns, Clock.systemDefaultZone());
    }

    StatusVerb(Jails jails, Store store, CurrentSettings settings, CurrentPlugIns plugIns, Clock clock) {
        this.jails = jails;
        this.store = store;
        this.settings = settings;
        this.plugIns = plugIns;
        this.times = new Times(clock);
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        List<String> name = Arguments.words(call.arguments(), 0, 1);
        List<Jail> chosen = new JailChoice(jails).namedOrAll(name);
        BanLists bans = new BanLists(call);
        if (call.json()) {
            writeJson(chosen, bans, call.out());
        } else if (name.isEmpty()) {
            print(chosen, call.out());
        } else {
            Jail jail = chosen.get(0);
            JailText.print(jail.status(), bans.of(jail), call.out());
        }
        return bans.exitCode();
    }

    private void print(List<Jail> all, PrintWriter out) {
        DaemonStatus daemon = jails.status();
        out.println("Status");
        out.println("|- State: " + daemon.state() + ", up for " + times.since(daemon.startedAt()));
        problems(daemon, all).forEach(problem -> out.println("|- Problem: " + problem));
        if (changedNotLoaded()) {
            out.println("|- Changed, not loaded: 'bailiff reload' puts the changed files in force.");
        }
        plugIns.lines().forEach(line -> out.println("|- Plug-in: " + line));
        out.println("|- Number of jail: " + all.size());
        out.println("`- Jail list: "
                + all.stream().map(jail -> SafeText.of(jail.name())).collect(Collectors.joining(", ")));
        if (!all.isEmpty()) {
            JailCounts.print(all.stream().map(Jail::status).toList(), out);
        }
    }

    private boolean changedNotLoaded() {
        return settings.find().map(Settings::changedNotLoaded).orElse(false);
    }

    /** What does not work anywhere, each said once. */
    private Set<String> problems(DaemonStatus daemon, List<Jail> all) {
        Set<String> problems = new LinkedHashSet<>();
        all.stream().map(Jail::status).forEach(jail -> addProblems(problems, jail));
        problems.add(SafeText.of(store.status().reason()));
        Set<String> said = Set.copyOf(problems);
        settings.find().map(Settings::problems).orElse(List.of()).stream()
                .filter(problem -> said.stream().noneMatch(one -> says(one, problem)))
                .map(problem -> SafeText.of(problem.toString()))
                .forEach(problems::add);
        problems.remove("");
        addUnlessSaid(problems, SafeText.of(daemon.reason(), Integer.MAX_VALUE));
        return problems;
    }

    /** Whether a jail says of itself what is said of its configuration, if with another advice. */
    private static boolean says(String said, Problem problem) {
        String message = SafeText.of(problem.message());
        String own = message.replace("[" + problem.jail() + "]: ", "");
        String matter = own.split("; ", 2)[0];
        return said.contains(message)
                || !problem.jail().isEmpty()
                        && said.startsWith("jail " + SafeText.of(problem.jail()) + " is ")
                        && said.contains(": " + matter);
    }

    private static void addProblems(Set<String> problems, JailStatus jail) {
        String name = "jail " + SafeText.of(jail.name());
        if (!jail.reason().isEmpty() && !CHOSEN.contains(jail.state())) {
            problems.add(name + " is " + JailText.state(jail));
        }
        Problems.of(jail).forEach(problem -> problems.add(name + ": " + problem));
    }

    /** The daemon's reason is mostly made of those of its parts. */
    private static void addUnlessSaid(Set<String> problems, String reason) {
        String rest = reason;
        for (String problem : problems) {
            rest = rest.replace(problem, "");
        }
        if (rest.chars().anyMatch(Character::isLetter)) {
            problems.add(SafeText.of(reason));
        }
    }

    private void writeJson(List<Jail> chosen, BanLists bans, PrintWriter out) throws IOException {
        DaemonStatus daemon = jails.status();
        JsonWriter json = Json.begin(out);
        json.name("daemon").beginObject();
        json.name("state").value(daemon.state().name());
        json.name("reason").value(Json.text(daemon.reason()));
        json.name("version").value(daemon.version());
        json.name("startedAt").value(daemon.startedAt().toString()).endObject();
        json.name("changedNotLoaded").value(changedNotLoaded());
        json.name("problems");
        Json.texts(json, List.copyOf(problems(daemon, chosen)));
        json.name("plugIns");
        Json.texts(json, plugIns.lines());
        json.name("jails").beginArray();
        JailJson writer = new JailJson(json);
        for (Jail jail : chosen) {
            writer.write(jail, bans.of(jail));
        }
        json.endArray();
        Json.end(json, out);
    }
}
