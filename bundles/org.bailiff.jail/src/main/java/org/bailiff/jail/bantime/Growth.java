// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.List;

/** How a ban time grows with the bans before. Immutable. */
sealed interface Growth {
    /**
     * How many seconds a ban would last, before any bound; infinite if it is too large.
     *
     * @param time the jail's ban time in seconds
     * @param pastBans from 1
     * @throws ArithmeticException if there is no such number
     */
    double seconds(double time, int pastBans);

    /**
     * As a formula says.
     *
     * @param factor what {@code banFactor} stands for
     */
    record ByFormula(Formula formula, double factor) implements Growth {
        @Override
        public double seconds(double time, int pastBans) {
            return formula.value(new Expression.PastBans(time, pastBans, factor));
        }
    }

    /**
     * Multiplied by the one of these at the index of the past bans, and by a factor: the first is never used unless it is
     * the only one, and the last stays.
     */
    record ByMultipliers(List<Double> multipliers, double factor) implements Growth {
        @Override
        public double seconds(double time, int pastBans) {
            double multiplier = multipliers.get(Math.min(pastBans, multipliers.size() - 1));
            return Calculation.MULTIPLY.of(time * factor, multiplier);
        }
    }
}
