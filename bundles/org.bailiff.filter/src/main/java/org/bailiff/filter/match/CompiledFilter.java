// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.filter.FilterRules;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.api.filter.Trace;

/** A filter, compiled: its rules, and how often they were cut off. */
public final class CompiledFilter implements Matcher {
    /** How often a line may make all of a filter's regexes look at a character, those for its date too. */
    public static final int MOST_STEPS = BoundedSearch.LINE_STEPS;

    private final String name;
    private final Rules rules;
    private final Supplier<List<Problem>> linter;
    private final CutOffs cutOffs;
    private volatile List<Problem> warnings;
    /** Null until the first line: most filters never see one. Two who make it at once do no harm. */
    private volatile Optional<QuickRules> quick;

    /**
     * @param linter finds what is doubtful; run when somebody asks for it first, as it takes longer than a match
     */
    public CompiledFilter(String name, Rules rules, Supplier<List<Problem>> linter) {
        this.name = name;
        this.rules = rules;
        this.linter = linter;
        this.cutOffs = new CutOffs(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FilterRules rules() {
        return rules.texts();
    }

    /** For the sieve. */
    public Rules compiled() {
        return rules;
    }

    @Override
    public List<Problem> warnings() {
        // Found twice by two who ask at once, it is the same.
        if (warnings == null) {
            warnings = List.copyOf(linter.get());
        }
        return warnings;
    }

    @Override
    public List<CutOff> cutOffs() {
        return cutOffs.list();
    }

    @Override
    public long cutOffTotal() {
        return cutOffs.total();
    }

    @Override
    public boolean needsEveryLine() {
        return rules.maxLines() > 1;
    }

    @Override
    public Session newSession() {
        return new LineSession(connections(), new LineWindow(rules.maxLines(), List.of()), null);
    }

    @Override
    public Session restoreSession(String text) {
        try {
            return text.isEmpty() ? newSession() : SessionText.read(text, connections(), rules.maxLines());
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // The text of another version: the contract is to begin anew.
            return newSession();
        }
    }

    private Connections connections() {
        return new Connections(rules.saysWorth() ? WorthReckoning::new : LineReckoning::new);
    }

    @Override
    public Match match(LogLine line, Session session) {
        LineSession memory = (LineSession) session;
        Optional<QuickRules> known = quick();
        Match match = known.isPresent() ? memory.passage().match(known.get(), line) : null;
        return match != null ? match : new Passage(rules, cutOffs, BoundedSearch.UNSEEN, memory).match(line);
    }

    /** For the lines that it can tell of; empty if there are none. */
    Optional<QuickRules> quick() {
        Optional<QuickRules> made = quick;
        if (made == null) {
            made = QuickRules.of(rules);
            quick = made;
        }
        return made;
    }

    @Override
    public Trace trace(LogLine line, Session session) {
        List<Trace.Search> searches = new ArrayList<>();
        Passage passage = new Passage(rules, cutOffs, searches::add, (LineSession) session);
        Match match = passage.match(line);
        return passage.trace(line, searches, match);
    }
}
