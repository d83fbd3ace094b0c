// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final Caller MALLORY = new Caller("mallory", "jmx-remote", Role.VIEWER, "127.0.0.1:4711");

    private final Trail trail = new Trail();
    private final MovedClock clock = new MovedClock();
    private final Refusals refusals = new Refusals(trail, clock);

    @Test
    void theFirstOfAFloodAreToldAndTheRestIsCounted() {
        for (int time = 0; time < 1000; time++) {
            refusals.record(MALLORY, "login", "", "refused: wrong");
        }
        assertThat(trail.lines()).hasSize(20);

        clock.move(Duration.ofSeconds(60));
        refusals.tick();

        assertThat(trail.lines()).hasSize(21);
        assertThat(trail.lines().get(20))
                .isEqualTo("mallory VIEWER 127.0.0.1:4711 login : refused: wrong; so were 979 more since"
                        + " 2026-11-26T10:00:00Z");
    }

    @Test
    void aFloodOfOneKindHidesNoOther() {
        for (int time = 0; time < 1000; time++) {
            refusals.record(MALLORY, "invoke", "", "refused");
        }
        refusals.record(MALLORY, "createMBean", "javax.management.loading.MLet", "refused");

        assertThat(trail.lines()).hasSize(21).last().asString().contains("createMBean javax.management.loading.MLet");
    }

    @Test
    void aFloodOfOneUserOrHostHidesNoOther() {
        for (int time = 0; time < 1000; time++) {
            refusals.record(MALLORY, "invoke", "", "refused");
        }
        Caller ada = new Caller("ada", "jmx-remote", Role.ADMINISTRATOR, "127.0.0.1:4712");
        refusals.record(ada, "invoke", "com.sun.management:type=DiagnosticCommand", "refused");
        refusals.record(new Caller("mallory", "jmx-remote", Role.VIEWER, "[2001:db8::1]:1"), "invoke", "", "refused");
        refusals.record(new Caller("mallory", "jmx-remote", Role.VIEWER, "127.0.0.1:4713"), "invoke", "", "refused");

        assertThat(trail.lines()).hasSize(22);
        assertThat(trail.lines().get(20)).startsWith("ada ").contains("DiagnosticCommand");
        assertThat(trail.lines().get(21)).contains("[2001:db8::1]:1");
    }

    @Test
    void aFloodFromManyHostsIsToldInPartAndCounted() {
        for (int time = 0; time < 100; time++) {
            for (int host = 0; host < 1000; host++) {
                Caller one = new Caller("unknown user", "jmx-remote", Role.VIEWER, "host" + host + ":1");
                refusals.record(one, "login", "", "refused");
            }
        }
        int told = Refusals.MOST_SOURCES + 1 + Refusals.MORE_IN_ALL;
        assertThat(trail.lines()).hasSize(told);

        refusals.record(MALLORY, "invoke", "", "refused");
        assertThat(trail.lines()).hasSize(told + 1).last().asString().startsWith("mallory");

        refusals.flush();
        assertThat(trail.lines())
                .filteredOn(line -> line.contains("; so were "))
                .hasSize(Refusals.MOST_SOURCES + 1);
    }

    @Test
    void whatIsUntoldAtTheEndIsTold() {
        for (int time = 0; time < 22; time++) {
            refusals.record(MALLORY, "invoke", "", "refused");
        }

        refusals.flush();

        assertThat(trail.lines()).hasSize(21).last().asString().contains("so were 1 more");
    }

    @Test
    void aNewMinuteTellsOneByOneAgain() {
        for (int time = 0; time < 30; time++) {
            refusals.record(MALLORY, "invoke", "", "refused");
        }
        clock.move(Duration.ofMinutes(1));
        refusals.record(MALLORY, "invoke", "org.bailiff:type=Daemon\u001b[31m reload", "refused");

        assertThat(trail.lines()).hasSize(22).last().asString().contains("\\x1b[31m reload: refused");
    }
}
