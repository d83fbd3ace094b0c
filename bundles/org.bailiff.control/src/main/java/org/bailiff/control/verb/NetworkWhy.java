// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.Ban;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;
import org.bailiff.control.show.BanJson;
import org.bailiff.control.show.JailsBan;
import org.bailiff.control.show.Json;
import org.bailiff.control.show.NetworkText;
import org.bailiff.control.show.Times;
import org.bailiff.text.Network;

/** {@code why NETWORK}: which jails ban the network, and whom in it. */
final class NetworkWhy {
    private final Jails jails;
    private final Times times;

    NetworkWhy(Jails jails, Times times) {
        this.jails = jails;
        this.times = times;
    }

    ExitCode run(Network network, CommandCall call) throws IOException {
        BanLists lists = new BanLists(call);
        Map<Jail, List<Ban>> bans = new LinkedHashMap<>();
        for (Jail jail : jails.all()) {
            List<Ban> overlapping = lists.of(jail).stream()
                    .filter(ban -> Targets.overlap(ban.target(), network))
                    .toList();
            if (!overlapping.isEmpty()) {
                bans.put(jail, overlapping);
            }
        }
        if (call.json()) {
            writeJson(network, bans, call);
        } else if (bans.isEmpty()) {
            call.out().println("No jail has a ban of " + network + " or of an address in it.");
        } else {
            NetworkText text = new NetworkText(call.out(), call.caller(), times);
            bans.forEach((jail, overlapping) -> text.print(jail, network, overlapping));
        }
        return lists.exitCode();
    }

    private static void writeJson(Network network, Map<Jail, List<Ban>> bans, CommandCall call) throws IOException {
        JsonWriter json = Json.begin(call.out());
        json.name("network").value(network.toString());
        json.name("jails").beginArray();
        for (Map.Entry<Jail, List<Ban>> jail : bans.entrySet()) {
            json.beginObject().name("jail").value(Json.text(jail.getKey().name()));
            json.name("bans").beginArray();
            for (Ban ban : jail.getValue()) {
                Json.line(json, BanJson.of(new JailsBan(jail.getKey(), ban)));
            }
            json.endArray().endObject();
        }
        json.endArray();
        Json.end(json, call.out());
    }
}
