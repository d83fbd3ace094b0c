// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.io.PrintWriter;

/** Lines of a label and what is said to it, so that the eye finds the label. */
final class Labels {
    private static final int WIDTH = "Banned before:".length() + 1;

    private final PrintWriter out;

    Labels(PrintWriter out) {
        this.out = out;
    }

    void line(String label, String text) {
        String written = label + ":";
        out.println("  " + written + " ".repeat(Math.max(1, WIDTH - written.length())) + text);
    }

    /** A line that belongs to the one before. */
    void detail(String text) {
        out.println("    " + text);
    }
}
