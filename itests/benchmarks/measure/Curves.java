// SPDX-License-Identifier: Apache-2.0
package measure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Curves over each other, as SVG on a light ground.
 *
 * @param title what they show
 * @param across what is across
 * @param powers whether both scales are of powers of ten; else they begin at 0
 */
record Curves(String title, String across, boolean powers) {
    private static final int LEFT = 64;
    private static final int WIDTH = 520;
    private static final int TOP = 44;
    private static final int HEIGHT = 300;

    /** A place on a curve. */
    record Point(double x, double y) {}

    /** From where to where a scale goes, and where its marks are. */
    private record Scale(double from, double to, List<Double> marks, DoubleUnaryOperator of) {
        double share(double value) {
            return (of.applyAsDouble(value) - from) / (to - from);
        }
    }

    /** Draws them, each named beside. */
    String of(Map<String, List<Point>> curves) {
        Scale x = scale(
                curves.values().stream().flatMap(List::stream).map(Point::x).toList());
        Scale y = scale(
                curves.values().stream().flatMap(List::stream).map(Point::y).toList());
        StringBuilder svg = new StringBuilder(Svg.begin(LEFT + WIDTH + 240, TOP + HEIGHT + 56, title));
        for (double mark : x.marks()) {
            double place = LEFT + WIDTH * x.share(mark);
            svg.append(Svg.line(place, TOP, place, TOP + HEIGHT, "#ddd"));
            svg.append(Svg.text(place, TOP + HEIGHT + 18, "middle", "#666", Svg.shortened(mark)));
        }
        for (double mark : y.marks()) {
            double place = TOP + HEIGHT * (1 - y.share(mark));
            svg.append(Svg.line(LEFT, place, LEFT + WIDTH, place, "#ddd"));
            svg.append(Svg.text(LEFT - 6, place + 4, "end", "#666", Svg.shortened(mark)));
        }
        svg.append(Svg.text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 42, "middle", "#222", across));
        int number = 0;
        for (Map.Entry<String, List<Point>> curve : curves.entrySet()) {
            String colour = Svg.COLOURS[number % Svg.COLOURS.length];
            svg.append(draw(curve.getValue(), x, y, colour));
            svg.append(Svg.text(LEFT + WIDTH + 12, TOP + 14 + 22 * number++, "start", colour, curve.getKey()));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String draw(List<Point> points, Scale x, Scale y, String colour) {
        String path = points.stream()
                .map(point -> String.format(
                        Locale.ROOT,
                        "%.1f %.1f",
                        LEFT + WIDTH * x.share(point.x),
                        TOP + HEIGHT * (1 - y.share(point.y))))
                .collect(Collectors.joining(" L"));
        return String.format(
                Locale.ROOT, "<path d=\"M%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", path, colour);
    }

    private Scale scale(List<Double> values) {
        double least = values.stream().min(Double::compare).orElseThrow();
        double most = values.stream().max(Double::compare).orElseThrow();
        if (powers) {
            double from = Math.floor(Math.log10(Math.max(least, 1e-3)));
            double to = Math.max(Math.ceil(Math.log10(most)), from + 1);
            List<Double> marks = Stream.iterate(from, power -> power <= to, power -> power + 1)
                    .map(power -> Math.pow(10, power))
                    .toList();
            return new Scale(from, to, marks, value -> Math.log10(Math.max(value, 1e-3)));
        }
        double step = step(most);
        double to = Math.ceil(most / step) * step;
        return new Scale(
                0,
                to,
                Stream.iterate(0.0, mark -> mark <= to, mark -> mark + step).toList(),
                value -> value);
    }

    /** So that there are four to ten. */
    private static double step(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        return most / power >= 5 ? power : most / power >= 2 ? power / 2 : power / 5;
    }
}
