// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.manual;

/** What all pages of a distribution have in common. */
final class Edition {
    private final String date;
    private final String version;

    /**
     * @param date e.g. {@code 2026-11-01}
     */
    Edition(String date, String version) {
        this.date = date;
        this.version = version;
    }

    Roff page(String name, int section) {
        return new Roff(name, section, date, version);
    }
}
