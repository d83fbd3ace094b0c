// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bailiff.api.Caller;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterLibrary;
import org.bailiff.api.filter.FilterVerdict;
import org.bailiff.filter.admission.deployed.DeployedDefinition;
import org.bailiff.filter.admission.deployed.FilterName;
import org.bailiff.filter.admission.deployed.Revision;
import org.bailiff.filter.admission.deployed.RevisionFolder;
import org.bailiff.text.SafeText;

/**
 * Puts definitions in and takes them back: tries them, keeps them on disk, and only then offers them. One call at a time
 * changes something; who waits for his turn too long is refused, so that a plug-in that hangs does not hang all.
 */
final class DeployedLibrary implements FilterLibrary {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CALLER_LIMIT = 100;

    private final Admission admission;
    private final Shelf shelf;
    private final RevisionFolder folder;
    private final InstantSource clock;
    private final Semaphore turn = new Semaphore(1, true);

    DeployedLibrary(Admission admission, Shelf shelf, RevisionFolder folder, InstantSource clock) {
        this.admission = admission;
        this.shelf = shelf;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public FilterVerdict validate(String name, String text) {
        Revision revision = next(FilterName.checked(name), Caller.DAEMON, Optional.of(checkedText(text)), 0);
        DeployedDefinition candidate = shelf.definition(revision).orElseThrow();
        return Verdicts.tried(name, trial(candidate), "could be in force");
    }

    @Override
    public FilterVerdict deploy(String name, String text, boolean dryRun, Caller caller) {
        FilterName.checked(name);
        checkedText(text);
        return inTurn(() -> {
            Optional<DeployedDefinition> deployed = shelf.deployed(name);
            boolean same = deployed.flatMap(now -> now.revision().text()).equals(Optional.of(text));
            if (same && admission.effective(name).equals(deployed)) {
                return Verdicts.already(name, deployed.get().revision());
            }
            int before = deployed.map(now -> now.revision().number()).orElse(0);
            return put(next(name, caller, Optional.of(text), before), dryRun);
        });
    }

    @Override
    public FilterVerdict rollback(String name, boolean dryRun, Caller caller) {
        return inTurn(() -> {
            Revision current = deployed(name);
            return current.before() == 0
                    ? takeOut(next(name, caller, Optional.empty(), 0), dryRun)
                    : put(again(kept(name, current.before()), caller), dryRun);
        });
    }

    @Override
    public FilterVerdict undeploy(String name, boolean dryRun, Caller caller) {
        return inTurn(() -> {
            deployed(name);
            return takeOut(next(name, caller, Optional.empty(), 0), dryRun);
        });
    }

    private Revision again(Revision earlier, Caller caller) {
        return next(earlier.filter(), caller, earlier.text(), earlier.before());
    }

    private Revision deployed(String name) {
        return shelf.deployed(name)
                .map(DeployedDefinition::revision)
                .orElseThrow(() -> new IllegalArgumentException(
                        "nothing is deployed as '" + SafeText.of(name, 80) + "', so there is nothing to take back"));
    }

    private Revision kept(String name, int number) {
        try {
            return folder.read(name, number)
                    .filter(revision -> revision.text().isPresent())
                    .orElseThrow(() -> new IllegalStateException(
                            folder.file(name, number) + " is damaged, so " + Revision.title(number) + " of " + name
                                    + " cannot be put back; deploy its text again, or undeploy " + name));
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    Revision.title(number) + " of " + name + " cannot be put back, because " + folder.file(name, number)
                            + " cannot be read: " + Disk.reason(unreadable),
                    unreadable);
        }
    }

    /**
     * @param before the revision that a rollback puts back
     */
    private Revision next(String name, Caller caller, Optional<String> text, int before) {
        int latest = shelf.latest(name).map(Revision::number).orElse(0);
        int number = Math.max(latest, folder.highest(name)) + 1;
        String by = SafeText.of(caller.toString(), CALLER_LIMIT);
        return new Revision(name, number, before, by, clock.instant().truncatedTo(ChronoUnit.SECONDS), text);
    }

    private static String checkedText(String text) {
        if (text.isBlank() || text.length() > DeployedDefinition.LONGEST) {
            throw new IllegalArgumentException(
                    text.isBlank()
                            ? "the text is empty; it is to be a definition, with a failregex in its [Definition]"
                            : "the text is longer than " + DeployedDefinition.LONGEST + " characters");
        }
        return text;
    }

    private Examination trial(DeployedDefinition candidate) {
        List<Problem> forbidden = candidate.forbidden();
        return forbidden.isEmpty()
                ? admission.examiner().examine(Candidate.unoffered(candidate), admission.effective(candidate.name()))
                : new Examination(0, true, forbidden);
    }

    private FilterVerdict put(Revision revision, boolean dryRun) {
        DeployedDefinition candidate = shelf.definition(revision).orElseThrow();
        Examination trial = trial(candidate);
        if (!trial.passed() || dryRun) {
            return Verdicts.tried(revision.filter(), trial, "could be in force");
        }
        List<Problem> doubts = admission.examiner().doubts(candidate);
        keep(revision);
        shelf.place(revision, Optional.of(candidate));
        boolean inForce = admission.afterChoice(revision.filter()).equals(Optional.of(candidate));
        return Verdicts.put(revision, trial, doubts, inForce);
    }

    /** What lies under what is taken out must pass, for otherwise what is to go would stay in force. */
    private FilterVerdict takeOut(Revision revision, boolean dryRun) {
        String name = revision.filter();
        Optional<Candidate> successor = admission.candidates(name).stream()
                .filter(candidate -> !(candidate.definition() instanceof DeployedDefinition))
                .findFirst();
        Optional<FilterDefinition> before = admission.effective(name);
        Examination trial = successor
                .map(candidate -> admission.examiner().examine(candidate, before))
                .orElse(new Examination(0, false, List.of()));
        if (!trial.passed()) {
            return Verdicts.stays(name, trial);
        }
        String next = successor.map(Candidate::origin).orElse("nothing");
        if (dryRun) {
            return Verdicts.tried(name, trial, "would be taken out, and " + next + " in force");
        }
        keep(revision);
        shelf.place(revision, Optional.empty());
        admission.afterChoice(name);
        return Verdicts.takenOut(name, trial, next);
    }

    private void keep(Revision revision) {
        try {
            folder.write(revision);
        } catch (IOException failed) {
            throw new IllegalStateException(
                    "filter " + revision.filter() + " stays as it is, because the change could not be kept in "
                            + folder.file(revision.filter(), revision.number()) + ": " + Disk.reason(failed),
                    failed);
        }
        admission.lose(revision.filter(), Optional.empty());
    }

    private <T> T inTurn(Supplier<T> change) {
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("another definition is being put in since " + PATIENCE.toSeconds()
                        + " s; nothing was changed, try again");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before anything was changed", interrupted);
        }
        try {
            return change.get();
        } finally {
            turn.release();
        }
    }
}
