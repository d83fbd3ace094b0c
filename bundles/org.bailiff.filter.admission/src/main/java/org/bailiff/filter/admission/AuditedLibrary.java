// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.util.Optional;
import java.util.function.Supplier;
import org.bailiff.api.Caller;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.filter.FilterLibrary;
import org.bailiff.api.filter.FilterVerdict;
import org.bailiff.filter.admission.deployed.Revision;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records and logs every change of the library, and every one that was refused. A dry run is none. Thread-safe. */
final class AuditedLibrary implements FilterLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(AuditedLibrary.class);
    private static final String DONE = "done";
    private static final int SENTENCE_LIMIT = 1000;

    private final FilterLibrary library;
    private final Shelf shelf;
    private final Supplier<Optional<Audit>> audit;

    AuditedLibrary(FilterLibrary library, Shelf shelf, Supplier<Optional<Audit>> audit) {
        this.library = library;
        this.shelf = shelf;
        this.audit = audit;
    }

    @Override
    public FilterVerdict validate(String name, String text) {
        return library.validate(name, text);
    }

    @Override
    public FilterVerdict deploy(String name, String text, boolean dryRun, Caller caller) {
        return recorded("deploy", name, dryRun, caller, () -> library.deploy(name, text, dryRun, caller));
    }

    @Override
    public FilterVerdict rollback(String name, boolean dryRun, Caller caller) {
        return recorded("rollback", name, dryRun, caller, () -> library.rollback(name, dryRun, caller));
    }

    @Override
    public FilterVerdict undeploy(String name, boolean dryRun, Caller caller) {
        return recorded("undeploy", name, dryRun, caller, () -> library.undeploy(name, dryRun, caller));
    }

    private FilterVerdict recorded(
            String verb, String name, boolean dryRun, Caller caller, Supplier<FilterVerdict> change) {
        String before = summary(name);
        try {
            FilterVerdict verdict = change.get();
            if (!dryRun) {
                record(caller, verb, name, before, verdict.accepted() ? DONE : verdict.sentence());
                LOG.info("{} by {}: {}", verb, caller, SafeText.of(verdict.sentence(), SENTENCE_LIMIT));
            }
            return verdict;
        } catch (IllegalArgumentException | IllegalStateException refused) {
            if (!dryRun) {
                record(caller, verb, name, before, refused.getMessage());
            }
            throw refused;
        }
    }

    private void record(Caller caller, String verb, String name, String before, String outcome) {
        audit.get()
                .ifPresent(trail -> trail.record(caller, verb, SafeText.of(name, 80), before, summary(name), outcome));
    }

    private String summary(String name) {
        return shelf.latest(name).map(Revision::summary).orElse("");
    }
}
