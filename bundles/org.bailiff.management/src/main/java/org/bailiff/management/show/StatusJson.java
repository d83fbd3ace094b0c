// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Proof;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.text.SafeText;

/** The state of daemon and jails as JSON, for machines. Used by one thread. */
public final class StatusJson {
    private static final int MOST_BANS = 10_000;
    private static final double NANOS_PER_MICRO = 1e3;

    private final JsonWriter json;

    private StatusJson(JsonWriter json) {
        this.json = json;
    }

    /** One object, in fail2ban's words. */
    public static String of(DaemonStatus daemon, List<Jail> jails) {
        return written(json -> json.write(daemon, jails));
    }

    /** One jail's object of those. */
    public static String of(Jail jail) {
        return written(json -> json.write(jail));
    }

    /** Writes something. */
    @FunctionalInterface
    private interface Part {
        void write(StatusJson json) throws IOException;
    }

    private static String written(Part part) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            part.write(new StatusJson(json));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory takes all that is written", impossible);
        }
        return text.toString();
    }

    private void write(DaemonStatus daemon, List<Jail> jails) throws IOException {
        json.beginObject();
        json.name("state").value(daemon.state().name());
        json.name("reason").value(SafeText.of(daemon.reason()));
        json.name("version").value(daemon.version());
        json.name("startedAt").value(daemon.startedAt().toString());
        json.name("jails").beginArray();
        for (Jail jail : jails) {
            write(jail);
        }
        json.endArray().endObject();
    }

    private void write(Jail jail) throws IOException {
        JailStatus status = jail.status();
        json.beginObject();
        json.name("name").value(status.name());
        json.name("state").value(status.state().name());
        json.name("reason").value(SafeText.of(status.reason()));
        json.name("filter").value(SafeText.of(status.filter()));
        json.name("actions").beginArray();
        for (ActionStatus action : status.actions()) {
            write(action);
        }
        json.endArray();
        json.name("currentlyFailed").value(status.currentlyFailed());
        json.name("totalFailed").value(status.totalFailed());
        json.name("currentlyBanned").value(status.currentlyBanned());
        json.name("totalBanned").value(status.totalBanned());
        writeBans(jail);
        json.endObject();
    }

    private void write(ActionStatus action) throws IOException {
        json.beginObject();
        json.name("name").value(SafeText.of(action.name()));
        json.name("state").value(action.state().name());
        json.name("reason").value(SafeText.of(action.reason()));
        write(action.entries());
        write(action.totals());
        json.name("noticedWithinMillis").value(action.noticedWithin().toMillis());
        json.endObject();
    }

    private void write(ActionStatus.Entries entries) throws IOException {
        json.name("entriesCurrent").value(entries.current());
        json.name("entriesPending").value(entries.pending());
        json.name("entriesMax").value(entries.max());
        json.name("entriesForeign").value(entries.foreign());
        json.name("entriesProven").value(entries.proven());
    }

    private void write(ActionStatus.Totals totals) throws IOException {
        json.name("writes").value(totals.writes());
        json.name("errors").value(totals.errors());
        json.name("evicted").value(totals.evicted());
        json.name("lapsed").value(totals.lapsed());
        json.name("delisted").value(totals.delisted());
        json.name("latencyMicrosP99").value(totals.latencyP99().toNanos() / NANOS_PER_MICRO);
    }

    /** A jail that does not answer is shown without its bans, and with the reason. */
    private void writeBans(Jail jail) throws IOException {
        List<Ban> bans = List.of();
        try {
            bans = jail.bans();
        } catch (IllegalStateException silent) {
            json.name("problem").value(SafeText.of(String.valueOf(silent.getMessage())));
        }
        json.name("banned").beginArray();
        for (Ban ban : bans.subList(0, Math.min(bans.size(), MOST_BANS))) {
            write(ban, jail.prove(ban.target()));
        }
        json.endArray();
    }

    private void write(Ban ban, List<Proof> proofs) throws IOException {
        json.beginObject();
        json.name("address").value(ban.target().toString());
        json.name("since").value(ban.since().toString());
        json.name("until").value(shown(ban.until()));
        json.name("count").value(ban.count());
        json.name("enforcement").beginArray();
        for (Proof proof : proofs) {
            write(proof);
        }
        json.endArray().endObject();
    }

    private void write(Proof proof) throws IOException {
        json.beginObject();
        json.name("action").value(SafeText.of(proof.action()));
        json.name("inForce").value(proof.inForce());
        json.name("confirmed").value(shown(proof.confirmed()));
        json.name("lastDropped").value(shown(proof.lastDropped()));
        json.name("droppedLately").value(proof.droppedLately());
        json.name("sentence").value(SafeText.of(proof.sentence()));
        json.endObject();
    }

    private static String shown(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(null);
    }
}
