// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import org.bailiff.action.xtrecent.doctor.Finding;

/**
 * Something that is not as it should be about a rule.
 *
 * @param level how bad it is
 * @param sentence without its full stop
 * @param evidence the rule that shows it
 */
record Flaw(Finding.Level level, String sentence, String evidence) {

    static Flaw warning(String sentence, Object evidence) {
        return new Flaw(Finding.Level.WARNING, sentence, evidence.toString());
    }

    static Flaw wrong(String sentence, Object evidence) {
        return new Flaw(Finding.Level.WRONG, sentence, evidence.toString());
    }
}
