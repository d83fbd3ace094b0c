// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogLevelTest {
    private static final Logger OURS = Logger.getLogger("org.bailiff");

    @BeforeEach
    void begin() {
        OURS.setLevel(Level.INFO);
    }

    @AfterEach
    void leave() {
        OURS.setLevel(null);
    }

    @Test
    void theLevelFollowsTheFileAndGoesBackWithoutIt() {
        LogLevel level = new LogLevel(Map.of("level", "Debug"), true);
        assertThat(OURS.getLevel()).isEqualTo(Level.FINE);

        level.use(Map.of("level", "error"));
        assertThat(OURS.getLevel()).isEqualTo(Level.SEVERE);

        level.use(Map.of());
        assertThat(OURS.getLevel()).isEqualTo(Level.INFO);
    }

    @Test
    void aLevelEndsWithItsBundle() {
        LogLevel level = new LogLevel(Map.of("level", "trace"), true);

        level.leaveAsItWas();

        assertThat(OURS.getLevel()).isEqualTo(Level.INFO);
    }

    @Test
    void whereSomebodyElseSaysItTheFileDoesNot() {
        LogLevel level = new LogLevel(Map.of("level", "trace"), false);
        level.leaveAsItWas();

        assertThat(OURS.getLevel()).isEqualTo(Level.INFO);
    }
}
