// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.Role;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.jail.Jails;
import org.bailiff.control.show.BanJson;
import org.bailiff.control.show.Json;
import org.bailiff.control.show.Table;
import org.bailiff.control.show.Times;
import org.bailiff.text.Address;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code banned}: all bans, or those of one address. */
@Component
public final class BannedVerb implements Command {
    private static final int MOMENT_WIDTH = "2026-01-01 00:00:00".length();

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
        return new CommandDescription(
                "banned",
                "[ADDRESS]",
                "Lists the bans in force, or those of one address; ends with 1 if that has none.",
                Role.VIEWER,
                false);
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        List<String> word = Arguments.words(call.arguments(), 0, 1);
        Optional<Address> address = word.isEmpty() ? Optional.empty() : Optional.of(Addresses.parse(word.get(0)));
        BanLists lists = new BanLists(call);
        List<Ban> bans = bans(lists, address);
        if (call.json()) {
            writeJson(bans, call);
        } else {
            print(bans, address, call);
        }
        return address.isPresent() && bans.isEmpty() ? ExitCode.FAILED : lists.exitCode();
    }

    private List<Ban> bans(BanLists lists, Optional<Address> address) {
        return jails.all().stream()
                .map(lists::of)
                .flatMap(List::stream)
                .filter(ban -> address.isEmpty() || ban.target().contains(address.get()))
                .toList();
    }

    private void print(List<Ban> bans, Optional<Address> address, CommandCall call) {
        if (bans.isEmpty()) {
            call.out()
                    .println(address.map(who -> who + " is banned in no jail.").orElse("Nobody is banned."));
            return;
        }
        Times times = new Times(clock);
        int widest = bans.stream()
                .mapToInt(ban -> ban.target().toString().length())
                .max()
                .orElse(0);
        int widestJail =
                bans.stream().mapToInt(ban -> ban.jail().length()).max().orElse(0);
        Table table = new Table(call.out(), widest, Math.max(4, widestJail), MOMENT_WIDTH, MOMENT_WIDTH, 5);
        table.row("ADDRESS", "JAIL", "SINCE", "UNTIL", "COUNT", "LEFT");
        for (Ban ban : bans) {
            table.row(
                    ban.target().toString(),
                    SafeText.of(ban.jail()),
                    times.moment(ban.since()),
                    times.end(ban.until()),
                    Integer.toString(ban.count()),
                    times.remaining(ban.until()));
        }
    }

    private static void writeJson(List<Ban> bans, CommandCall call) throws IOException {
        JsonWriter json = Json.begin(call.out());
        json.name("banned").beginArray();
        for (Ban ban : bans) {
            Json.line(json, BanJson.of(ban));
        }
        json.endArray();
        Json.end(json, call.out());
    }
}
