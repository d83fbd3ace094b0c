// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.action.ActionSpec;
import org.bailiff.api.config.Setting;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.FilterRules;
import org.bailiff.dialect.Reference;
import org.bailiff.jail.decision.Thresholds;
import org.bailiff.jail.ignore.UseDns;

/**
 * A jail's configuration, read and found good.
 *
 * @param enabled whether it works
 * @param filter the definition and its parameters
 * @param namesFilter whether the filter is named; if not, it is that of the jail's name, if there is one
 * @param overrides keys of the definition that the jail sets itself
 * @param input what it reads
 * @param charset of its logs; empty for UTF-8 or else Latin-1, line by line
 * @param zone of times that name none
 * @param thresholds when it bans
 * @param useDns what becomes of hosts that its logs name
 * @param actions what its bans do
 * @param simulating whether it decides and shows, and does not enforce
 * @param banRate how many bans of all jails it keeps to
 * @param pause who stopped it from reading; empty if it reads
 */
record JailSettings(
        boolean enabled,
        Reference filter,
        boolean namesFilter,
        Map<String, Setting> overrides,
        Input input,
        Optional<Charset> charset,
        ZoneId zone,
        Thresholds thresholds,
        UseDns useDns,
        List<ActionSpec> actions,
        boolean simulating,
        BanRate.Limit banRate,
        Optional<Pause> pause) {

    /**
     * A log.
     *
     * @param kind of the source
     * @param pattern a path or glob; match expressions of the journal; an address to receive syslog at
     * @param atTail whether to skip what it holds when it is first seen
     */
    record Log(String kind, String pattern, boolean atTail) {}

    /** What the filter is compiled with: also, unless the jail says it, how its logs are written. */
    FilterOptions filterOptions() {
        Map<String, String> parameters = new HashMap<>(filter.parameters());
        parameters.putIfAbsent("logtype", input.isJournal() ? "journal" : "file");
        return new FilterOptions(parameters, overrides, zone);
    }

    /**
     * What a jail reads.
     *
     * @param kind of the source: of files, of the journal, of syslog, or a plug-in's
     * @param paths of files, addresses of syslog, or what a plug-in makes of them; not empty if it reads these and nothing else, and is enabled
     * @param journalMatch which entries of the journal, a match expression a line; empty for what the filter says
     * @param readsBans whether it also reads what other jails ban; then it does not need the rest
     */
    record Input(String kind, List<Log> paths, Optional<String> journalMatch, boolean readsBans) {
        static final String FILE = "file";
        static final String JOURNAL = "journal";
        static final String SYSLOG = "syslog";
        /** The kind, and the name of its one stream. */
        static final String BANS = "bans";

        /** Whether only a plug-in can offer its kind. */
        boolean isOfPlugIn() {
            return !Set.of(FILE, JOURNAL, SYSLOG).contains(kind);
        }

        boolean isOfFiles() {
            return kind.equals(FILE);
        }

        boolean isJournal() {
            return kind.equals(JOURNAL);
        }

        /** The kinds of the sources that are needed. */
        List<String> kinds() {
            return readsBans ? List.of(kind, BANS) : List.of(kind);
        }

        /** What its sources are to watch, if the filter says this. */
        List<Log> logs(FilterRules rules) {
            List<Log> logs = new ArrayList<>(isJournal() ? entries(rules) : paths);
            if (readsBans) {
                logs.add(new Log(BANS, BANS, false));
            }
            return logs;
        }

        /** Not all of the journal for a jail that reads bans: there they stand once more, in the daemon's own log. */
        private List<Log> entries(FilterRules rules) {
            String match = journalMatch.orElse(String.join("\n", rules.journalMatches()));
            return readsBans && match.isBlank() ? List.of() : List.of(new Log(JOURNAL, match, false));
        }
    }
}
