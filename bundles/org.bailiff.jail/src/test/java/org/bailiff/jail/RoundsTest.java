// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final Rounds rounds = new Rounds();
    private final List<String> visited = new ArrayList<>();

    /** No round but those that the tests make. */
    RoundsTest() {
        rounds.close();
    }

    @Test
    void aJailThatFailsKeepsTheOthersFromNothing() {
        rounds.add(() -> {
            throw new LinkageError("its plug-in is gone");
        });
        rounds.add(() -> visited.add("other"));

        rounds.make();

        assertThat(visited).containsExactly("other");
    }

    @Test
    void whoIsTakenBackIsVisitedNoMore() {
        Runnable visit = () -> visited.add("gone");
        rounds.add(visit);
        rounds.remove(visit);

        rounds.make();

        assertThat(visited).isEmpty();
    }
}
