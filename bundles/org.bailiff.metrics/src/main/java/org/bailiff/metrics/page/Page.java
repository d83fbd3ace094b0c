// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Writes metrics in one of the forms. A family is written in one go, and not at all if it has no values. */
final class Page {
    private static final double NANOS_PER_SECOND = 1e9;
    /** Whole numbers below are written without an exponent. */
    private static final double LARGEST_PLAIN = 1e15;

    private final Form form;
    private final StringBuilder text = new StringBuilder(16 * 1024);
    private Family current;

    Page(Form form) {
        this.form = form;
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }

    /** A family of each measure, with a value of each row. */
    <T> void measures(List<Measure<T>> measures, List<Row<T>> rows) {
        for (Measure<T> measure : measures) {
            for (Row<T> row : rows) {
                value(measure.family(), row.labels(), measure.value().applyAsDouble(row.status()));
            }
        }
    }

    /** A value, unless it is none. */
    void value(Family family, Labels labels, double value) {
        if (!Double.isNaN(value)) {
            sample(family, "", labels, value);
        }
    }

    /** A quantile of what was observed; a zero says that nothing was. */
    void quantile(Family family, Labels labels, String quantile, Duration value) {
        if (!value.isZero()) {
            sample(family, "", labels.and("quantile", quantile), seconds(value));
        }
    }

    /** How often, and how long together. */
    void countAndSum(Family family, Labels labels, long count, double sum) {
        sample(family, "_count", labels, count);
        sample(family, "_sum", labels, sum);
    }

    /** A value of each word: 1 for the one that holds. The label with the word has the family's name, by OpenMetrics. */
    <E extends Enum<E>> void states(Family family, Labels labels, E holds) {
        for (E state : holds.getDeclaringClass().getEnumConstants()) {
            sample(family, "", labels.and(family.name(), state.name()), state == holds ? 1 : 0);
        }
    }

    private void sample(Family family, String suffix, Labels labels, double value) {
        describe(family);
        text.append(family.sampleName()).append(suffix);
        if (!labels.text().isEmpty()) {
            text.append('{').append(labels.text()).append('}');
        }
        text.append(' ');
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN) {
            text.append((long) value);
        } else {
            text.append(value);
        }
        text.append('\n');
    }

    private void describe(Family family) {
        if (family == current) {
            return;
        }
        current = family;
        String name = family.describedName(form);
        text.append("# HELP ").append(name).append(' ').append(family.help()).append('\n');
        text.append("# TYPE ")
                .append(name)
                .append(' ')
                .append(family.kind().word(form))
                .append('\n');
        if (form == Form.OPENMETRICS && !family.unit().isEmpty()) {
            text.append("# UNIT ")
                    .append(name)
                    .append(' ')
                    .append(family.unit())
                    .append('\n');
        }
    }

    /** All of it; nothing more is written. */
    byte[] end() {
        if (form == Form.OPENMETRICS) {
            text.append("# EOF\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
