// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.top;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bailiff.launcher.help.JsonText;

/** What is drawn of a sample: lines of text. What the daemon said is safe to show; it is cut to the width. */
final class Picture {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int LINES_AROUND = 6;

    private final ZoneId zone;

    Picture(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * @param before the sample before; empty if there is none to compare with
     * @param moment now
     */
    List<String> of(Sample sample, Optional<Sample> before, Instant moment, Size size) {
        Rates rates = new Rates(sample, before);
        List<String> lines = new ArrayList<>();
        lines.add(title(sample, rates, moment));
        lines.add(sample.reason());
        int bans = Math.min(sample.newest().size(), Math.max(1, (size.height() - LINES_AROUND) / 3));
        addJails(sample, rates, size.height() - LINES_AROUND - bans, lines);
        lines.add("");
        lines.add(
                sample.newest().isEmpty()
                        ? "Nobody is banned."
                        : "NEWEST BANS                              SINCE     LEFT        JAIL");
        sample.newest().stream().limit(bans).map(ban -> line(ban, moment)).forEach(lines::add);
        return lines.stream().map(line -> cut(line, size.width())).collect(Collectors.toList());
    }

    /** While there is no daemon to ask. */
    List<String> waiting(String why, Instant moment, Size size) {
        return List.of(cut("Bailiff is not running; waiting   " + clock(moment), size.width()), cut(why, size.width()));
    }

    private String title(Sample sample, Rates rates, Instant moment) {
        long banned =
                sample.jails().values().stream().mapToLong(Sample.Jail::banned).sum();
        double lines =
                sample.jails().values().stream().mapToDouble(rates::lines).sum();
        return "Bailiff " + sample.version() + "  " + sample.state() + "  up "
                + span(Duration.between(sample.startedAt(), moment)) + "   "
                + sample.jails().size() + (sample.jails().size() == 1 ? " jail   " : " jails   ") + banned
                + " banned   " + rate(lines) + " lines/s   " + clock(moment);
    }

    private static void addJails(Sample sample, Rates rates, int most, List<String> lines) {
        List<Sample.Jail> busiest = sample.jails().values().stream()
                .sorted(Comparator.comparingDouble(rates::bans)
                        .thenComparingDouble(rates::failures)
                        .thenComparingDouble(rates::lines)
                        .thenComparing(Sample.Jail::banned)
                        .reversed()
                        .thenComparing(Sample.Jail::name))
                .collect(Collectors.toList());
        lines.add(row("JAIL", "STATE", "LINES/S", "FAILURES/S", "BANS/S", "FAILED", "BANNED"));
        for (Sample.Jail jail : busiest.subList(0, Math.min(busiest.size(), Math.max(1, most)))) {
            lines.add(row(
                    jail.name(),
                    jail.state(),
                    rate(rates.lines(jail)),
                    rate(rates.failures(jail)),
                    rate(rates.bans(jail)),
                    Long.toString(jail.failed()),
                    Long.toString(jail.banned())));
        }
        if (busiest.size() > Math.max(1, most)) {
            lines.set(lines.size() - 1, "and " + (busiest.size() - Math.max(1, most) + 1) + " jails more");
        }
    }

    private static String row(String... cells) {
        return String.format(
                Locale.ROOT,
                "%-24s %-10s %10s %10s %8s %8s %8s",
                cut(cells[0], 24),
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                cells[5],
                cells[6]);
    }

    private String line(Sample.Ban ban, Instant moment) {
        String left =
                ban.until().map(end -> span(Duration.between(moment, end))).orElse("for ever");
        return String.format(Locale.ROOT, "%-40s %-9s %-11s %s", ban.address(), clock(ban.since()), left, ban.jail());
    }

    private String clock(Instant moment) {
        return CLOCK.format(moment.atZone(zone));
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond >= 10 || perSecond == 0 ? "%.0f" : "%.1f", perSecond);
    }

    /** In its two largest units, e.g. {@code 3h 5m}. */
    static String span(Duration span) {
        long seconds = Math.max(0, span.getSeconds());
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return seconds / 60 + "m " + seconds % 60 + "s";
        }
        return seconds < 86_400
                ? seconds / 3600 + "h " + seconds % 3600 / 60 + "m"
                : seconds / 86_400 + "d " + seconds % 86_400 / 3600 + "h";
    }

    private static String cut(String line, int width) {
        return line.length() <= width ? line : line.substring(0, Math.max(0, width - 1)) + "~";
    }

    /** The same for programs, on one line. */
    static String json(Sample sample, Optional<Sample> before, Instant moment) {
        Rates rates = new Rates(sample, before);
        String jails = sample.jails().values().stream()
                .map(jail -> "{\"name\": " + JsonText.of(jail.name()) + ", \"state\": " + JsonText.of(jail.state())
                        + ", \"linesPerSecond\": " + number(rates.lines(jail)) + ", \"failuresPerSecond\": "
                        + number(rates.failures(jail)) + ", \"bansPerSecond\": " + number(rates.bans(jail))
                        + ", \"currentlyFailed\": " + jail.failed() + ", \"currentlyBanned\": " + jail.banned() + "}")
                .collect(Collectors.joining(", "));
        return "{\"time\": " + JsonText.of(moment.toString()) + ", \"state\": " + JsonText.of(sample.state())
                + ", \"jails\": [" + jails + "]}";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /**
     * How much there is room for.
     *
     * @param width in characters
     * @param height in lines
     */
    record Size(int width, int height) {
        /** Where there is no terminal. */
        static final Size PAPER = new Size(200, 60);
    }
}
