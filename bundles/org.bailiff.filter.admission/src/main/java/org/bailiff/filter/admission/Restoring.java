// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.filter.admission.deployed.DeployedDefinition;
import org.bailiff.filter.admission.deployed.Revision;
import org.bailiff.filter.admission.deployed.RevisionFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts on offer what was deployed when the daemon ended. What is damaged is left out, the revision before it counts, and
 * the filter's status says so.
 */
final class Restoring {
    private static final Logger LOG = LoggerFactory.getLogger(Restoring.class);

    private final RevisionFolder folder;
    private final Shelf shelf;
    private final Admission admission;
    private final InstantSource clock;

    Restoring(RevisionFolder folder, Shelf shelf, Admission admission, InstantSource clock) {
        this.folder = folder;
        this.shelf = shelf;
        this.admission = admission;
        this.clock = clock;
    }

    void run() {
        try {
            folder.filters().forEach(this::restore);
        } catch (IOException unreadable) {
            LOG.warn("what was deployed is not in force, because it cannot be read: {}", Disk.reason(unreadable));
        }
    }

    private void restore(String filter) {
        try {
            for (int number : folder.numbers(filter)) {
                if (restore(filter, number)) {
                    return;
                }
            }
        } catch (IOException unreadable) {
            lose(filter, folder.file(filter, 0).getParent(), "cannot be read: " + Disk.reason(unreadable));
        }
    }

    private boolean restore(String filter, int number) {
        Path file = folder.file(filter, number);
        try {
            Optional<Revision> revision = folder.read(filter, number);
            Optional<DeployedDefinition> definition = revision.flatMap(shelf::definition);
            boolean allowed =
                    definition.map(known -> known.forbidden().isEmpty()).orElse(true);
            if (revision.isPresent() && allowed) {
                shelf.place(revision.get(), definition);
                return true;
            }
            lose(filter, file, "was damaged or written by hand, and does not count; deploy it again, or remove it");
        } catch (IOException unreadable) {
            lose(filter, file, "cannot be read: " + Disk.reason(unreadable));
        }
        return false;
    }

    private void lose(String filter, Path file, String message) {
        Problem problem = new Problem(Severity.ERROR, file.toString(), 0, "", message);
        LOG.warn("{} {}", file, message);
        FilterStatus.Refused refused = new FilterStatus.Refused(file.toString(), clock.instant(), List.of(problem));
        admission.lose(filter, Optional.of(refused));
    }
}
