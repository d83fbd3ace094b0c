// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.filter.FilterCompilerComponent;
import org.junit.jupiter.api.Test;

/** What the README shows, with the compiler that the daemon has. */
class RealSamplesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final String TEXT =
            """
            [Definition]
            failregex = ^\\s*door\\[<F-MLFID>\\d+</F-MLFID>\\]: <mode_<mode>> user <F-USER>\\S+</F-USER> from <HOST>$
            ignoreregex = user monitor from
            mode_normal = refused
            mode_aggressive = (?:refused|unknown)
            mode = normal

            [Samples]
            normal =
                failure 192.0.2.7 x1 user=root: Nov 26 11:59:58 door[7]: refused user root from 192.0.2.7
                failure 2001:db8::7: Nov 26 11:59:58 door[8]: refused user root from 2001:db8::7
                missed: Nov 26 11:59:59 door[9]: unknown user eve from 192.0.2.7
                missed: Nov 26 11:59:59 sudo: bob ; TTY=pts/0 ; PWD=/root ; USER=root ; 100%
                ignored: Nov 26 11:59:59 door[9]: refused user monitor from 192.0.2.9
            aggressive[mode=aggressive] =
                failure 192.0.2.7: Nov 26 11:59:59 door[9]: unknown user eve from 192.0.2.7
            """;

    private record Text(String text) implements FilterDefinition {
        @Override
        public String name() {
            return "door";
        }

        @Override
        public String origin() {
            return "door.conf";
        }

        @Override
        public List<DefinitionFile> files() {
            return List.of(new DefinitionFile("door.conf", text));
        }

        @Override
        public Optional<DefinitionFile> include(String fileName) {
            return Optional.empty();
        }
    }

    @Test
    void theSamplesOfADefinitionComeOutAsTheySay() {
        SampleRun.Outcome outcome = SampleRun.of(new Text(TEXT), new FilterCompilerComponent(), NOW);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.right()).isEqualTo(6);
    }

    @Test
    void theSectionIsNothingToTheCompiler() throws Exception {
        assertThat(new FilterCompilerComponent()
                        .compile(new Text(TEXT), FilterOptions.plain(ZoneOffset.UTC))
                        .warnings())
                .isEmpty();
    }
}
