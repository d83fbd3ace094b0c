// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.bailiff.api.BanTime;
import org.bailiff.api.config.Problem;
import org.bailiff.dialect.TimeSpan;
import org.bailiff.jail.Keys;
import org.bailiff.text.SafeText;

/** Reads the keys that say how long a jail bans. */
public final class BanTimesReader {
    private static final String INCREMENT = "bantime.increment";
    private static final String FACTOR = "bantime.factor";
    private static final String FORMULA = "bantime.formula";
    private static final String MULTIPLIERS = "bantime.multipliers";
    private static final String MAX_TIME = "bantime.maxtime";
    private static final String RANDOM_TIME = "bantime.rndtime";
    private static final String OVERALL_JAILS = "bantime.overalljails";

    /** The keys that are read here. */
    public static final Set<String> KEYS =
            Set.of("bantime", INCREMENT, FACTOR, FORMULA, MULTIPLIERS, MAX_TIME, RANDOM_TIME, OVERALL_JAILS);

    private final Keys keys;
    private final BanTime base;

    private BanTimesReader(Keys keys) {
        this.keys = keys;
        this.base = keys.value("bantime", "10m", BanTimesReader::banTime, BanTime.ofSeconds(600));
    }

    /**
     * What the keys say; what is wrong with them is noted there, those without effect included.
     *
     * @param seed what makes random parts differ from those of other hosts
     */
    public static BanTimes read(Keys keys, String seed) {
        return new BanTimesReader(keys).read(seed);
    }

    private BanTimes read(String seed) {
        boolean increments = keys.flag(INCREMENT, false);
        BanTimes.Increment increment = new BanTimes.Increment(
                growth(), maxTime(), new RandomPart(seed, randomTime()), keys.flag(OVERALL_JAILS, false));
        return increments ? BanTimes.growing(base, increment) : BanTimes.fixed(base);
    }

    private static BanTime banTime(String text) {
        long seconds = TimeSpan.parseSeconds(text);
        if (seconds == 0) {
            throw new IllegalArgumentException("a ban of no time bans nobody; e.g. 10m, or -1 for ever");
        }
        return BanTime.ofSeconds(seconds);
    }

    private Growth growth() {
        double factor = keys.value(FACTOR, "1", BanTimesReader::factor, 1.0);
        List<Double> multipliers = keys.value(MULTIPLIERS, "", BanTimesReader::multipliers, List.of());
        Formula formula = formula();
        if (!multipliers.isEmpty()) {
            return new Growth.ByMultipliers(multipliers, factor);
        }
        if (keys.text(FACTOR).isPresent() && !formula.uses(Variable.FACTOR)) {
            warn(FACTOR, "it has no effect, because bantime.formula does not say banFactor");
        }
        Growth growth = new Growth.ByFormula(formula, factor);
        tryOut(growth);
        return growth;
    }

    private Formula formula() {
        if (keys.text(FORMULA).isPresent() && keys.text(MULTIPLIERS).isPresent()) {
            warn(FORMULA, "it has no effect, because bantime.multipliers is set; leave one of them out");
        }
        return keys.value(FORMULA, "", text -> text.isEmpty() ? Formula.DEFAULT : Formula.parse(text), Formula.DEFAULT);
    }

    private void tryOut(Growth growth) {
        if (!base.isPermanent()) {
            new FormulaTrial(growth, base.toSeconds()).complaint().ifPresent(sentence -> warn(FORMULA, sentence));
        }
    }

    private static double factor(String text) {
        double factor = Formula.constant(text);
        if (factor <= 0 || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "'" + SafeText.of(text, 60) + "' is not a number above zero; e.g. 1, 0.5 or 3.0 / 4.2");
        }
        return factor;
    }

    private static List<Double> multipliers(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("[\\s,]+"))
                        .map(BanTimesReader::multiplier)
                        .toList();
    }

    private static double multiplier(String text) {
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            throw new IllegalArgumentException(
                    "'" + SafeText.of(text, 60) + "' is not a number of up to nine digits; e.g. 1 2 4 8 16");
        }
        return Double.parseDouble(text);
    }

    private long maxTime() {
        long longest = BanTimes.LONGEST_SECONDS;
        long maxTime = keys.value(
                MAX_TIME,
                String.valueOf(longest),
                text -> seconds(text, value -> value > 0, "is not longer than nothing; e.g. 5w, or leave it out"),
                longest);
        if (!base.isPermanent() && maxTime < base.toSeconds()) {
            warn(MAX_TIME, "it is less than bantime, so that a second ban is shorter than the first; give it more");
        }
        return maxTime;
    }

    private long randomTime() {
        return keys.value(
                RANDOM_TIME, "0", text -> seconds(text, value -> value >= 0, "is negative; e.g. 0 or 5m"), 0L);
    }

    private static long seconds(String text, LongPredicate possible, String mistake) {
        long seconds = TimeSpan.parseSeconds(text);
        if (!possible.test(seconds)) {
            throw new IllegalArgumentException("'" + SafeText.of(text, 60) + "' " + mistake);
        }
        return seconds;
    }

    private void warn(String key, String sentence) {
        keys.problem(Problem.Severity.WARNING, key, sentence);
    }
}
