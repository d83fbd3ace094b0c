// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.bailiff.api.Ban;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.text.SafeText;

/** The state of daemon and jails, as a text for people and as JSON for machines. */
final class StatusTexts {
    private static final int MOST_BANS = 10_000;

    private StatusTexts() {}

    /** A few lines on the daemon, then one line a jail. */
    static String text(DaemonStatus daemon, Duration uptime, List<Jail> jails) {
        TextTable table = new TextTable(
                "JAIL", "STATE", "FILTER", "FAILED NOW", "FAILED TOTAL", "BANNED NOW", "BANNED TOTAL", "REASON");
        for (Jail jail : jails) {
            JailStatus status = jail.status();
            table.row(
                    status.name(),
                    status.state(),
                    status.filter(),
                    status.currentlyFailed(),
                    status.totalFailed(),
                    status.currentlyBanned(),
                    status.totalBanned(),
                    status.reason());
        }
        return "Bailiff " + SafeText.of(daemon.version()) + " is " + daemon.state() + reason(daemon.reason()) + "\n"
                + "up for " + shown(uptime) + ", " + daemon.linesRead() + " lines read\n\n" + table;
    }

    private static String reason(String reason) {
        return reason.isEmpty() ? "" : ": " + SafeText.of(reason);
    }

    private static String shown(Duration duration) {
        return duration.toDays() + " days " + duration.toHoursPart() + " h " + duration.toMinutesPart() + " min";
    }

    /** One object, in fail2ban's words. */
    static String json(DaemonStatus daemon, List<Jail> jails) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            json.name("state").value(daemon.state().name());
            json.name("reason").value(SafeText.of(daemon.reason()));
            json.name("version").value(daemon.version());
            json.name("startedAt").value(daemon.startedAt().toString());
            json.name("jails").beginArray();
            for (Jail jail : jails) {
                write(json, jail);
            }
            json.endArray();
            json.endObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory takes all that is written", impossible);
        }
        return text.toString();
    }

    private static void write(JsonWriter json, Jail jail) throws IOException {
        JailStatus status = jail.status();
        json.beginObject();
        json.name("name").value(status.name());
        json.name("state").value(status.state().name());
        json.name("reason").value(SafeText.of(status.reason()));
        json.name("filter").value(SafeText.of(status.filter()));
        json.name("actions").beginArray();
        for (ActionStatus action : status.actions()) {
            json.value(action.name());
        }
        json.endArray();
        json.name("currentlyFailed").value(status.currentlyFailed());
        json.name("totalFailed").value(status.totalFailed());
        json.name("currentlyBanned").value(status.currentlyBanned());
        json.name("totalBanned").value(status.totalBanned());
        writeBans(json, jail);
        json.endObject();
    }

    /** A jail that does not answer is shown without its bans, and with the reason. */
    private static void writeBans(JsonWriter json, Jail jail) throws IOException {
        List<Ban> bans = List.of();
        try {
            bans = jail.bans();
        } catch (IllegalStateException silent) {
            json.name("problem").value(SafeText.of(String.valueOf(silent.getMessage())));
        }
        json.name("banned").beginArray();
        for (Ban ban : bans.subList(0, Math.min(bans.size(), MOST_BANS))) {
            write(json, ban);
        }
        json.endArray();
    }

    private static void write(JsonWriter json, Ban ban) throws IOException {
        json.beginObject();
        json.name("address").value(ban.target().toString());
        json.name("since").value(ban.since().toString());
        json.name("until").value(ban.until().map(Object::toString).orElse(null));
        json.name("count").value(ban.count());
        json.endObject();
    }
}
