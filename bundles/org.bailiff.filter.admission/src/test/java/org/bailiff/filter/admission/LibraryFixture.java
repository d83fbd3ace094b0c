// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterLibrary;
import org.bailiff.filter.admission.deployed.RevisionFolder;

/** A library over a folder, and who chooses what is in force; begun anew as often as a daemon is. */
final class LibraryFixture {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Caller ALICE = new Caller("alice", "socket", Role.ADMINISTRATOR);

    final WordCompiler compiler = new WordCompiler();
    final FakeUser user = new FakeUser(compiler, "mode");
    final Admission admission = new Admission(() -> NOW, () -> Phase.AT_WORK);
    final List<String> audited = new ArrayList<>();
    final FilterLibrary library;
    private long order;

    LibraryFixture(Path folder, int kept) {
        admission.use(compiler);
        admission.add(user);
        RevisionFolder revisions = new RevisionFolder(folder, kept);
        Shelf shelf = new Shelf(this::offer, admission.offered());
        Audit audit = (caller, what, subject, before, after, outcome) ->
                audited.add(caller + " " + what + " " + subject + ": " + before + " -> " + after + ": " + outcome);
        library = new AuditedLibrary(
                new DeployedLibrary(admission, shelf, revisions, () -> NOW), shelf, () -> Optional.of(audit));
        new Restoring(revisions, shelf, admission, () -> NOW).run();
    }

    Runnable offer(FilterDefinition definition, int ranking) {
        admission.offer(new Candidate(definition, ranking, ++order));
        return () -> admission.withdraw(definition);
    }

    /** The text of what is in force; empty if nothing is. */
    String inForce(String name) {
        return admission
                .inForce(name)
                .map(definition -> definition.files().get(0).text())
                .orElse("");
    }
}
