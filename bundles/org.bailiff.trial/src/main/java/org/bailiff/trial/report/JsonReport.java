// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.report;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;

/** An object for each line, on a line of its own. */
public final class JsonReport implements Report {
    private static final Match MISSED = new Match.Missed();

    private final PrintWriter out;
    private final boolean namesLog;
    private final String filter;
    private Map<String, String> names = Map.of();

    /**
     * @param namesLog whether each object says which log it is about
     * @param filter what each object calls the filter; empty if none does
     */
    public JsonReport(PrintWriter out, boolean namesLog, String filter) {
        this.out = out;
        this.namesLog = namesLog;
        this.filter = filter;
    }

    @Override
    public void begin(String log) {
        names = new LinkedHashMap<>();
        if (namesLog) {
            names.put("log", log);
        }
        if (!filter.isEmpty()) {
            names.put("filter", filter);
        }
    }

    @Override
    public void line(long number, LogLine line, Matcher matcher, Session session) {
        out.println(VerdictJson.of(names, number, matcher.match(line, session)));
    }

    @Override
    public void unseen(long number) {
        out.println(VerdictJson.of(names, number, MISSED));
    }

    @Override
    public void end(Matcher matcher) {
        out.flush();
    }
}
