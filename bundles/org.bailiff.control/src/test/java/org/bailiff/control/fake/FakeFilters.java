// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Caller;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterLibrary;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.filter.FilterVerdict;
import org.bailiff.api.filter.Filters;

/** One filter, {@code sshd}, and a library that takes every text but {@code bad}, and writes down what it is told. */
public final class FakeFilters implements Filters, FilterLibrary {
    public final List<String> changes = new ArrayList<>();
    public Optional<FilterStatus.Refused> refused = Optional.empty();

    @Override
    public Optional<FilterDefinition> inForce(String name) {
        return name.equals("sshd") ? Optional.of(new Sshd()) : Optional.empty();
    }

    @Override
    public List<FilterStatus> status() {
        return List.of(new FilterStatus("sshd", "library", 2, FakeJail.NOW, 7, refused, true));
    }

    @Override
    public FilterVerdict validate(String name, String text) {
        return verdict("validate " + name + " " + text, text.equals("bad"), true);
    }

    @Override
    public FilterVerdict deploy(String name, String text, boolean dryRun, Caller caller) {
        return verdict("deploy " + name + " " + text, text.equals("bad"), dryRun);
    }

    @Override
    public FilterVerdict rollback(String name, boolean dryRun, Caller caller) {
        return verdict("rollback " + name, false, dryRun);
    }

    @Override
    public FilterVerdict undeploy(String name, boolean dryRun, Caller caller) {
        return verdict("undeploy " + name, false, dryRun);
    }

    private FilterVerdict verdict(String change, boolean bad, boolean dryRun) {
        changes.add(change + (dryRun ? " (dry run)" : ""));
        List<Problem> problems = bad ? List.of(error(2, "no failregex."), error(7, "no date.")) : List.of();
        return new FilterVerdict(!bad, !bad && !dryRun, 7, problems, bad ? "sshd is refused." : "sshd is accepted.");
    }

    private static Problem error(int line, String message) {
        return new Problem(Problem.Severity.ERROR, "deployed:sshd.conf", line, "", message);
    }

    private static final class Sshd implements FilterDefinition {
        @Override
        public String name() {
            return "sshd";
        }

        @Override
        public String origin() {
            return "library";
        }

        @Override
        public List<DefinitionFile> files() {
            return List.of(
                    new DefinitionFile("library:sshd.conf", "[Definition]\nfailregex = ^no \u001b[31m<HOST>$\n"));
        }

        @Override
        public Optional<DefinitionFile> include(String fileName) {
            return Optional.empty();
        }
    }
}
