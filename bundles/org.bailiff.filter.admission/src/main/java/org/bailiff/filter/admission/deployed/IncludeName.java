// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.deployed;

import java.util.Optional;

/**
 * The bare name of a file of a definition, as {@code common.conf}: it leads out of no folder, because it names none.
 *
 * @param filter whose file it is
 */
record IncludeName(String filter) {
    private static final String CONF = ".conf";
    private static final String LOCAL = ".local";

    /** Empty if the text is no such name. */
    static Optional<IncludeName> parse(String text) {
        String ending = text.endsWith(LOCAL) ? LOCAL : CONF;
        String filter = text.endsWith(ending) ? text.substring(0, text.length() - ending.length()) : "";
        return FilterName.isOne(filter) ? Optional.of(new IncludeName(filter)) : Optional.empty();
    }
}
