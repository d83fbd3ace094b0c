// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Failure;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.FilterRules;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.api.filter.Sieve;
import org.bailiff.api.filter.Trace;
import org.bailiff.text.Address;

/** Makes matchers that find the same in every line: a failed login of root from 192.0.2.7 with a password. */
final class FakeCompiler implements FilterCompiler, Matcher {
    static final FilterRules RULES = new FilterRules(
            Optional.of("^<F-CONTENT>.+</F-CONTENT>$"),
            List.of("^refused <HOST>$", "^failed (?P<user>\\S+) <HOST>$"),
            List.of("^ok$"),
            List.of("%Y-%m-%d"),
            List.of(),
            2);
    static final Trace TRACE = new Trace(
            Optional.of(new Trace.Date(1, "2026-11-23")),
            FakeJail.NOW,
            "failed hunter2 192.0.2.7",
            List.of(
                    new Trace.Search("failregex", 1, Trace.Outcome.MISSED, Map.of(), 3),
                    new Trace.Search(
                            "failregex", 2, Trace.Outcome.MATCHED, Map.of("user", "hunter2", "ip4", "192.0.2.7"), 9)),
            20,
            new Match.Found(List.of(failure())));

    boolean compiles = true;

    static Failure failure() {
        return new Failure(
                "192.0.2.7",
                Optional.of("192.0.2.7"),
                Address.tryParse("192.0.2.7"),
                FakeJail.NOW,
                1,
                1,
                List.of("hunter2"),
                Map.of("user", "hunter2"),
                2);
    }

    @Override
    public Matcher compile(FilterDefinition definition, FilterOptions options) throws FilterException {
        if (!compiles) {
            throw new FilterException("sshd.conf", 7, "failregex needs a parameter", null);
        }
        return this;
    }

    @Override
    public Sieve combine(List<Matcher> matchers) {
        throw new UnsupportedOperationException("the beans read no log");
    }

    @Override
    public String name() {
        return "sshd";
    }

    @Override
    public FilterRules rules() {
        return RULES;
    }

    @Override
    public List<Problem> warnings() {
        return List.of();
    }

    @Override
    public List<CutOff> cutOffs() {
        return List.of();
    }

    @Override
    public boolean needsEveryLine() {
        return false;
    }

    @Override
    public Session newSession() {
        return () -> "";
    }

    @Override
    public Session restoreSession(String text) {
        return newSession();
    }

    @Override
    public Match match(LogLine line, Session session) {
        return TRACE.match();
    }

    @Override
    public Trace trace(LogLine line, Session session) {
        return TRACE;
    }
}
