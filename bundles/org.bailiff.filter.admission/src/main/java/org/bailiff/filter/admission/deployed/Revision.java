// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.deployed;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody put in, or that he took it out: one step in the history of a filter's name, never changed again.
 *
 * @param filter the filter's name
 * @param number counts the steps, from 1
 * @param before the step whose text a rollback puts back; 0 if there was nothing deployed before
 * @param by who, through what
 * @param at when
 * @param text of the definition; empty if nothing is deployed from here on
 */
public record Revision(String filter, int number, int before, String by, Instant at, Optional<String> text) {

    /** The one number that people see of what is deployed, e.g. {@code text 3}. */
    public String title() {
        return title(number);
    }

    /** The same of another step. */
    public static String title(int number) {
        return "text " + number;
    }

    /** For people, e.g. {@code text 3, sha256 0f3a5b6c7d8e}. */
    public String summary() {
        return title()
                + text.map(known -> ", sha256 " + Digest.of(known).substring(0, 12))
                        .orElse(", nothing deployed");
    }
}
