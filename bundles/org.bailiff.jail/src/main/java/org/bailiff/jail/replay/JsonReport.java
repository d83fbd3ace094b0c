// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import static org.bailiff.jail.replay.JsonText.row;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results as one JSON object; its members are listed in {@code REPLAY.md}. Times are ISO-8601 in UTC. */
final class JsonReport {
    private final JsonText json;

    JsonReport(PrintWriter out) {
        this.json = new JsonText(out);
    }

    void print(Result result, Period period) {
        begin(period);
        write("replay", result);
        json.end();
    }

    void print(Comparison comparison, Period period) {
        begin(period);
        write("replay", comparison.before());
        write("against", comparison.after());
        json.array("difference");
        comparison.pairs().forEach(this::write);
        json.end().end();
    }

    private void begin(Period period) {
        Optional<Instant> since = Optional.of(period.since()).filter(moment -> period.hasBeginning());
        json.object().member("since", since).member("until", period.until());
    }

    private void write(String name, Result result) {
        json.object(name).member("etc", result.etc());
        texts("problems", result.problems());
        json.array("jails");
        result.jails().forEach(this::write);
        json.end().end();
    }

    private void write(JailResult jail) {
        JailResult.Counts counts = jail.counts();
        json.object()
                .member("name", jail.jail())
                .member("error", Optional.of(jail.error()).filter(text -> !text.isEmpty()))
                .member("lines", counts.lines())
                .member("matched", counts.matched())
                .member("failures", counts.failures())
                .member("ignored", counts.ignored())
                .member("addresses", counts.addresses())
                .member("bans", counts.bans());
        texts("unread", jail.unread());
        texts("notes", jail.notes());
        json.array("banned");
        jail.bans().forEach(ban -> json.element(ban(ban)));
        json.end().end();
    }

    private void texts(String name, List<String> texts) {
        json.array(name);
        texts.forEach(json::element);
        json.end();
    }

    private void write(Comparison.Pair pair) {
        Difference difference = pair.difference();
        json.object().member("name", pair.jail());
        json.array("added");
        difference.added().forEach(ban -> json.element(ban(ban)));
        json.end().array("gone");
        difference.gone().forEach(ban -> json.element(ban(ban)));
        json.end().array("changed");
        difference.changed().forEach(changed -> json.element(changed(changed)));
        json.end().array("addresses");
        difference
                .targets()
                .forEach(target -> json.element(
                        row("address", target.target(), "before", target.before(), "after", target.after())));
        json.end().end();
    }

    private static Map<String, Object> ban(DecidedBan ban) {
        return row("address", ban.target(), "since", ban.since(), "until", ban.until(), "count", ban.count());
    }

    private static Map<String, Object> changed(Difference.Changed changed) {
        DecidedBan after = changed.after();
        return row(
                "address",
                after.target(),
                "since",
                after.since(),
                "until",
                after.until(),
                "untilBefore",
                changed.before().until());
    }
}
