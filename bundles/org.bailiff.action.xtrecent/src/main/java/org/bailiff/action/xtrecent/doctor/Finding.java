// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.util.Locale;
import org.bailiff.text.SafeText;

/**
 * What was found out about one thing. Its texts are safe to show.
 *
 * @param level see {@link Level}
 * @param subject what it is about, e.g. {@code list bailiff-sshd}
 * @param finding one sentence without its full stop
 * @param evidence what was seen; empty if the finding says it all
 * @param mend the command that mends it, for root; empty if there is nothing to mend, or no command does
 */
public record Finding(Level level, String subject, String finding, String evidence, String mend) {
    /** A rule may be long, and a command holds one. */
    private static final int LONGEST_TEXT = 2000;

    /** How bad it is, in order. */
    public enum Level {
        OK,
        /** It cannot be seen from here. */
        UNKNOWN,
        /** It works, probably not as meant. */
        WARNING,
        /** Bans are not in force so, or not all. */
        WRONG;

        /** As it is shown. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Finding {
        subject = SafeText.of(subject);
        finding = SafeText.of(finding, LONGEST_TEXT);
        evidence = SafeText.of(evidence, LONGEST_TEXT);
        mend = SafeText.of(mend, LONGEST_TEXT);
    }

    public static Finding ok(String subject, String finding, String evidence) {
        return new Finding(Level.OK, subject, finding, evidence, "");
    }

    public static Finding unknown(String subject, String finding, String evidence, String mend) {
        return new Finding(Level.UNKNOWN, subject, finding, evidence, mend);
    }

    public static Finding warning(String subject, String finding, String evidence, String mend) {
        return new Finding(Level.WARNING, subject, finding, evidence, mend);
    }

    public static Finding wrong(String subject, String finding, String evidence, String mend) {
        return new Finding(Level.WRONG, subject, finding, evidence, mend);
    }

    public boolean isWrong() {
        return level == Level.WRONG;
    }
}
