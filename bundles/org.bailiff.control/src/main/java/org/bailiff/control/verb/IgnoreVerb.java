// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bailiff.api.Ban;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.jail.IgnoreList;
import org.bailiff.api.jail.Jails;
import org.bailiff.control.show.IgnoreTable;
import org.bailiff.control.show.Json;
import org.bailiff.control.show.Times;
import org.bailiff.text.Network;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code ignore}: whom no jail bans. */
@Component
public final class IgnoreVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(IgnoreVerb.class, "ignore");

    private final Jails jails;
    /** Null while nobody keeps one. */
    private final IgnoreList ignored;

    private final Clock clock;

    @Activate
    public IgnoreVerb(
            @Reference Jails jails,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    IgnoreList ignored) {
        this(jails, ignored, Clock.systemDefaultZone());
    }

    IgnoreVerb(Jails jails, IgnoreList ignored, Clock clock) {
        this.jails = jails;
        this.ignored = ignored;
        this.clock = clock;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        Arguments arguments = Arguments.parse(call.arguments(), Set.of(), Set.of("--for", "--comment"));
        List<String> words = arguments.words(0, Integer.MAX_VALUE);
        String part = words.isEmpty() ? "list" : words.get(0);
        return switch (part) {
            case "list" -> {
                arguments.words(0, 1);
                yield list(call);
            }
            case "add" -> add(Targets.parse(arguments.words(2, 2).get(1)), arguments, call);
            case "remove" -> remove(Targets.parse(arguments.words(2, 2).get(1)), call);
            case "check" ->
                new IgnoreCheck(jails).run(Targets.address(arguments.words(2, 2).get(1)), call);
            default -> throw Arguments.unknownPart(part, "list", "add", "remove", "check");
        };
    }

    private IgnoreList require() throws CommandException {
        if (ignored == null) {
            throw Missing.service("the ignore list", "org.bailiff.jail");
        }
        return ignored;
    }

    private ExitCode list(CommandCall call) throws CommandException, IOException {
        List<IgnoreList.Entry> entries = require().entries();
        if (call.json()) {
            writeJson(entries, call);
        } else if (entries.isEmpty()) {
            call.out()
                    .println(
                            "Nobody is ignored by all jails; 'bailiff config JAIL' shows whom each ignores (ignoreip).");
        } else {
            IgnoreTable.print(entries, new Times(clock), call.out());
        }
        return ExitCode.OK;
    }

    private ExitCode add(Network target, Arguments arguments, CommandCall call) throws CommandException, IOException {
        Roles.requireOperator(call, "ignore add");
        Optional<Instant> until = Spans.parse(arguments.value("--for")).flatMap(span -> span.endFrom(clock.instant()));
        require().add(target, arguments.value("--comment").orElse(""), until, call.caller());
        String sentence = target + " is banned by no jail from now on, "
                + until.map(end -> "until " + new Times(clock).moment(end)).orElse("until it is removed")
                + "." + bansInForce(target, call);
        Outcome.print(
                call,
                sentence,
                "ignored",
                target.toString(),
                "until",
                until.map(Instant::toString).orElse(""));
        return ExitCode.OK;
    }

    /** An entry ends no ban; which there are, and what ends them. Nothing if nobody there is banned. */
    private String bansInForce(Network target, CommandCall call) {
        BanLists lists = new BanLists(call);
        List<Ban> bans = jails.all().stream()
                .flatMap(jail -> lists.of(jail).stream())
                .filter(ban -> Targets.overlap(ban.target(), target))
                .toList();
        if (bans.isEmpty()) {
            return "";
        }
        // One of a wider network does not end with those inside the entry.
        String targets = Stream.concat(
                        Stream.of(target), bans.stream().map(Ban::target).filter(ban -> !target.contains(ban)))
                .distinct()
                .map(Network::toString)
                .collect(Collectors.joining(" "));
        String count = bans.size() == 1
                ? "1 ban of it that is in force holds"
                : bans.size() + " bans of it that are in force hold";
        return " " + count + " until 'bailiff unban " + targets + "'.";
    }

    private ExitCode remove(Network target, CommandCall call) throws CommandException, IOException {
        Roles.requireOperator(call, "ignore remove");
        boolean removed = require().remove(target, call.caller());
        String sentence = removed
                ? target + " is no longer ignored by all jails."
                : "There is no entry " + target + "; 'bailiff ignore' lists them.";
        Outcome.print(call, sentence, "removed", removed ? target.toString() : "");
        return removed ? ExitCode.OK : ExitCode.FAILED;
    }

    private static void writeJson(List<IgnoreList.Entry> entries, CommandCall call) throws IOException {
        JsonWriter json = Json.begin(call.out());
        json.name("ignored").beginArray();
        for (IgnoreList.Entry entry : entries) {
            json.beginObject().name("target").value(entry.target().toString());
            json.name("comment").value(Json.text(entry.comment()));
            json.name("since").value(entry.since().toString());
            json.name("until").value(entry.until().map(Instant::toString).orElse(null));
            json.name("by").value(Json.text(entry.by())).endObject();
        }
        json.endArray();
        Json.end(json, call.out());
    }
}
