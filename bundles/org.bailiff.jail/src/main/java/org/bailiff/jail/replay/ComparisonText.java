// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bailiff.text.SafeText;

/** In what two configurations differ, for people. */
final class ComparisonText {
    /** So many are named; JSON names all. */
    private static final int MOST = 10;

    private final PrintWriter out;
    private final ReplayTimes times;

    ComparisonText(PrintWriter out, ReplayTimes times) {
        this.out = out;
        this.times = times;
    }

    void print(Comparison comparison) {
        out.println("From " + SafeText.of(comparison.before().etc()) + " to "
                + SafeText.of(comparison.after().etc()));
        comparison.pairs().forEach(this::print);
    }

    private void print(Comparison.Pair pair) {
        Difference difference = pair.difference();
        String name = "Jail " + SafeText.of(pair.jail());
        if (pair.before().isEmpty() || pair.after().isEmpty()) {
            out.println(name + ": only in the " + (pair.before().isEmpty() ? "second" : "first"));
        }
        if (pair.isDoubtful()) {
            out.println(name + ": not all could be replayed, see above, so that the bans cannot be compared for sure");
        }
        if (pair.isDoubtful() && difference.isNone()) {
            return;
        }
        if (difference.isNone()) {
            out.println(name + ": the same bans");
            return;
        }
        out.println(name + ": " + bans(pair.before()) + " become " + bans(pair.after()) + ": "
                + difference.added().size() + " added, " + difference.gone().size() + " gone, "
                + difference.changed().size() + " with another end");
        targets("banned by the second alone", difference, Difference.Target::isNew, ComparisonText::after);
        targets("banned by the first alone", difference, Difference.Target::isSpared, ComparisonText::before);
        targets(
                "banned more or less often",
                difference,
                target -> !target.isNew() && !target.isSpared(),
                target -> Plural.of(target.after(), "time") + " instead of " + target.before());
        changed(difference.changed());
    }

    private static long bans(Optional<JailResult> jail) {
        return jail.map(known -> known.counts().bans()).orElse(0L);
    }

    private static String after(Difference.Target target) {
        return Plural.of(target.after(), "time");
    }

    private static String before(Difference.Target target) {
        return Plural.of(target.before(), "time");
    }

    private void targets(
            String title,
            Difference difference,
            Predicate<Difference.Target> wanted,
            Function<Difference.Target, String> times) {
        list(
                title,
                difference.targets().stream().filter(wanted).toList(),
                target -> target.target() + "  " + times.apply(target));
    }

    private void changed(List<Difference.Changed> changed) {
        list(
                "banned at the same time, with another end",
                changed,
                one -> one.after().target() + "  from "
                        + times.moment(one.after().since()) + ": until "
                        + times.end(one.after().until()) + " instead of "
                        + times.end(one.before().until()));
    }

    private <T> void list(String title, List<T> all, Function<T, String> line) {
        if (all.isEmpty()) {
            return;
        }
        out.println("  " + title + " (" + all.size() + "):");
        all.stream().limit(MOST).forEach(one -> out.println("    " + line.apply(one)));
        if (all.size() > MOST) {
            out.println("    and " + (all.size() - MOST) + " more; --json names them");
        }
    }
}
