// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bailiff.api.source.LogArchive;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.api.source.PastLines;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What the systemd journal still holds. */
@Component(property = LogSourceFactory.KIND + "=" + JournalSource.KIND)
public final class JournalArchive implements LogArchive {
    private final Journalctl program;

    @Activate
    public JournalArchive() {
        this(Journalctl.ofTheSystem());
    }

    JournalArchive(Journalctl program) {
        this.program = program;
    }

    @Override
    public Holdings find(String pattern) {
        try {
            return new Holdings(List.of(MatchExpression.parse(pattern).stream()), List.of());
        } catch (IllegalArgumentException wrong) {
            return new Holdings(List.of(), List.of("journalmatch: " + wrong.getMessage()));
        }
    }

    @Override
    public PastLines open(String stream, Instant since) throws IOException {
        if (!program.isThere()) {
            throw new IOException(program.program() + " is not there; install systemd, or write backend = auto");
        }
        return new PastEntries(MatchExpression.ofStream(stream), since, program, Clock.systemUTC());
    }
}
