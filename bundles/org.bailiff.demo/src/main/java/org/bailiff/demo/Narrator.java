// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.PrintWriter;
import org.bailiff.text.SafeText;

/** Tells the onlooker what is done, as it is done. */
final class Narrator {
    private final PrintWriter out;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    /** One sentence. */
    void say(String sentence) {
        line("* " + sentence);
    }

    /** What a program answers, indented under the command that was typed. */
    void show(String command, String answer) {
        line("    $ " + command);
        answer.lines().forEach(text -> line("    " + SafeText.of(text)));
    }

    /** A line of a log, cut as a terminal needs it. */
    void quote(String line) {
        line("    " + SafeText.of(line));
    }

    private void line(String text) {
        out.println(text);
        out.flush();
    }
}
