// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.jail.Jails;
import org.bailiff.control.show.BanJson;
import org.bailiff.control.show.BanTable;
import org.bailiff.control.show.JailsBan;
import org.bailiff.control.show.Json;
import org.bailiff.control.show.Times;
import org.bailiff.text.Network;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code banned}: all bans, or those of an address or network. */
@Component
public final class BannedVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(BannedVerb.class, "banned");
    private static final String NEWEST = "--newest";

    private final Jails jails;
    private final Clock clock;

    @Activate
    public BannedVerb(@Reference Jails jails) {
        this(jails, Clock.systemDefaultZone());
    }

    BannedVerb(Jails jails, Clock clock) {
        this.jails = jails;
        this.clock = clock;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        Arguments arguments = Arguments.parse(call.arguments(), Set.of(), Set.of(NEWEST));
        List<String> word = arguments.words(0, 1);
        Optional<Network> asked = word.isEmpty() ? Optional.empty() : Optional.of(Targets.parse(word.get(0)));
        BanLists lists = new BanLists(call);
        List<JailsBan> bans = newest(arguments.value(NEWEST), bans(lists, asked));
        if (call.json()) {
            writeJson(bans, call);
        } else if (bans.isEmpty()) {
            call.out()
                    .println(asked.map(target -> target + " is banned in no jail.")
                            .orElse("Nobody is banned."));
        } else {
            BanTable.print(bans, new Times(clock), call.out());
        }
        return asked.isPresent() && bans.isEmpty() ? ExitCode.FAILED : lists.exitCode();
    }

    /** The newest first, if so many were asked for. */
    private static List<JailsBan> newest(Optional<String> number, List<JailsBan> bans) throws CommandException {
        if (number.isEmpty()) {
            return bans;
        }
        if (!number.get().matches("[1-9]\\d{0,5}")) {
            throw Arguments.misused(NEWEST + " needs a number, e.g. " + NEWEST + " 10.");
        }
        return bans.stream()
                .sorted(Comparator.comparing((JailsBan listed) -> listed.ban().since())
                        .reversed())
                .limit(Integer.parseInt(number.get()))
                .toList();
    }

    private List<JailsBan> bans(BanLists lists, Optional<Network> asked) {
        return jails.all().stream()
                .flatMap(jail -> lists.of(jail).stream().map(ban -> new JailsBan(jail, ban)))
                .filter(listed ->
                        asked.isEmpty() || Targets.overlap(listed.ban().target(), asked.get()))
                .toList();
    }

    private static void writeJson(List<JailsBan> bans, CommandCall call) throws IOException {
        JsonWriter json = Json.begin(call.out());
        json.name("banned").beginArray();
        for (JailsBan listed : bans) {
            Json.line(json, BanJson.of(listed));
        }
        json.endArray();
        Json.end(json, call.out());
    }
}
