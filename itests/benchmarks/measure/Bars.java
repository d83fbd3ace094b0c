// SPDX-License-Identifier: Apache-2.0
package measure;

import java.util.Locale;
import java.util.Map;

/** Lying bars on a scale of powers of ten, the longest first as they come, as SVG on a light ground. */
final class Bars {
    private static final int LEFT = 270;
    private static final int WIDTH = 420;
    private static final int ROW = 28;
    private static final int TOP = 44;

    private Bars() {}

    /**
     * Draws them.
     *
     * @param title what they show
     * @param values above 0, by what they are of
     * @param ours the beginning of what is painted in our colour
     */
    static String of(String title, Map<String, Double> values, String ours) {
        int height = TOP + ROW * values.size() + 34;
        double least = Math.floor(
                Math.log10(values.values().stream().min(Double::compare).orElseThrow()) - 0.2);
        double most = Math.ceil(
                Math.log10(values.values().stream().max(Double::compare).orElseThrow()));
        StringBuilder svg = new StringBuilder(Svg.begin(LEFT + WIDTH + 120, height, title));
        for (double power = least; power <= most; power++) {
            double x = LEFT + WIDTH * (power - least) / (most - least);
            svg.append(Svg.line(x, TOP - 6, x, height - 30, "#ddd"));
            svg.append(Svg.text(x, height - 12, "middle", "#666", Svg.shortened(Math.pow(10, power))));
        }
        int y = TOP;
        for (Map.Entry<String, Double> value : values.entrySet()) {
            double width = WIDTH * (Math.log10(value.getValue()) - least) / (most - least);
            svg.append(Svg.text(LEFT - 8, y + 15, "end", "#222", value.getKey()));
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                    LEFT,
                    y,
                    width,
                    ROW - 8,
                    value.getKey().startsWith(ours) ? Svg.COLOURS[0] : "#9aa5b1"));
            svg.append(Svg.text(LEFT + width + 6, y + 15, "start", "#222", Svg.shortened(value.getValue())));
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }
}
