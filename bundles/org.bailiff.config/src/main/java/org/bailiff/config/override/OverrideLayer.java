// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.override;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.dialect.Origin;
import org.bailiff.dialect.SourceText;

/** Overrides as a text that is read over all files, so that values that interpolate an overridden one follow it. */
public final class OverrideLayer {
    private static final String PATH = "override";

    private final StringBuilder text = new StringBuilder();
    /** The override that stands on each line, from line 1; null where a section begins. */
    private final List<OverrideEntry> lines = new ArrayList<>();

    /**
     * @param jails those that the files configure: an override for another one would make a jail that nobody configured
     */
    public OverrideLayer(Overrides overrides, Set<String> jails) {
        String section = "";
        for (OverrideEntry entry : overrides.entries()) {
            if (jails.contains(entry.jail())) {
                if (!entry.jail().equals(section)) {
                    section = entry.jail();
                    add("[" + section + "]", null);
                }
                add(entry.key() + " = " + entry.value(), entry);
            }
        }
    }

    private void add(String line, OverrideEntry entry) {
        text.append(line).append('\n');
        lines.add(entry);
    }

    public SourceText source() {
        return new SourceText(PATH, text.toString());
    }

    /** The override that a value comes from; empty if it comes from a file. */
    public Optional<OverrideEntry> at(Origin origin) {
        return origin.file().equals(PATH) ? Optional.of(lines.get(origin.line() - 1)) : Optional.empty();
    }
}
