// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.config.files.EtcTexts;
import org.bailiff.dialect.Entry;

/**
 * A configuration, resolved.
 *
 * @param texts what it was made of
 * @param daemon what {@code bailiff.conf} says
 * @param jails by name
 * @param problems what is wrong with the files, as far as the dialect goes
 * @param written every entry that the jails' files have, uninterpolated, once
 * @param interpolated the keys that other values use
 */
record Loaded(
        EtcTexts texts,
        DaemonSettings daemon,
        SortedMap<String, JailConfiguration> jails,
        List<Problem> problems,
        Map<String, List<Entry>> written,
        Set<String> interpolated) {

    /** Before anything was read. */
    static final Loaded NOTHING =
            new Loaded(EtcTexts.NONE, DaemonSettings.NOTHING, new TreeMap<>(), List.of(), Map.of(), Set.of());

    Loaded {
        jails = Collections.unmodifiableSortedMap(new TreeMap<>(jails));
        problems = List.copyOf(problems);
    }
}
