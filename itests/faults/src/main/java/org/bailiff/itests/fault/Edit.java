// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a source and what stands in their place.
 *
 * @param instead the lines that are there, of which the blanks at both ends do not matter; at least one
 * @param stands the lines that come into their place; none takes them out
 */
record Edit(List<String> instead, List<String> stands) {
    Edit {
        instead = List.copyOf(instead);
        stands = List.copyOf(stands);
        if (instead.isEmpty()) {
            throw new IllegalArgumentException("nothing to replace");
        }
    }

    /**
     * The source with this edit.
     *
     * @throws IllegalArgumentException if the lines do not stand in it exactly once
     */
    List<String> applyTo(List<String> source) {
        List<Integer> places = new ArrayList<>();
        for (int line = 0; line + instead.size() <= source.size(); line++) {
            if (same(source.subList(line, line + instead.size()))) {
                places.add(line);
            }
        }
        if (places.size() != 1) {
            throw new IllegalArgumentException(
                    "these lines occur " + places.size() + " times, not once:\n" + String.join("\n", instead));
        }
        List<String> edited = new ArrayList<>(source.subList(0, places.get(0)));
        edited.addAll(stands);
        edited.addAll(source.subList(places.get(0) + instead.size(), source.size()));
        return edited;
    }

    private boolean same(List<String> lines) {
        for (int line = 0; line < lines.size(); line++) {
            if (!lines.get(line).strip().equals(instead.get(line).strip())) {
                return false;
            }
        }
        return true;
    }
}
