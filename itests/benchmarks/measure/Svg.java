// SPDX-License-Identifier: Apache-2.0
package measure;

import java.util.Locale;

/** The pieces that a drawing is made of. */
final class Svg {
    static final String[] COLOURS = {"#0b6bcb", "#c2410c", "#15803d", "#7e22ce", "#a16207", "#475569", "#be123c"};

    private Svg() {}

    static String begin(int width, int height, String title) {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"13\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n"
                        + "<text x=\"12\" y=\"22\" font-size=\"15\" fill=\"#111\">%s</text>%n",
                width,
                height,
                width,
                height,
                escaped(title));
    }

    static String line(double x1, double y1, double x2, double y2, String colour) {
        return String.format(
                Locale.ROOT, "<path d=\"M%.1f %.1f L%.1f %.1f\" stroke=\"%s\"/>%n", x1, y1, x2, y2, colour);
    }

    static String text(double x, double y, String anchor, String colour, String text) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                colour,
                escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** 1,500,000 as 1.5 M. */
    static String shortened(double number) {
        String[] units = {"", " k", " M", " G"};
        int unit = 0;
        double rest = number;
        while (rest >= 999.5 && unit < units.length - 1) {
            rest /= 1000;
            unit++;
        }
        String digits = rest >= 99.5 || rest == Math.rint(rest) ? "%.0f" : rest >= 9.95 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, digits, rest) + units[unit];
    }
}
