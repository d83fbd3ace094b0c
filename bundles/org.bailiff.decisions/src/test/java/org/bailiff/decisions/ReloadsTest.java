// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bailiff.api.Caller;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.ReloadReport;
import org.bailiff.api.config.Setting;
import org.bailiff.api.config.Settings;
import org.junit.jupiter.api.Test;

class ReloadsTest {
    private final FakeSettings settings = new FakeSettings();
    private final Reloads reloads = new Reloads(() -> Optional.of(settings), () -> Bans.NOW);

    @Test
    void theStartIsNoReload() {
        assertThat(reloads.get()).isEmpty();
    }

    @Test
    void anotherRevisionIsToldOnce() {
        reloads.get();
        settings.revision = 2;

        assertThat(reloads.get()).contains(new Decision.Reloaded(Bans.NOW, 2, "1 jail changed"));
        assertThat(reloads.get()).isEmpty();
    }

    @Test
    void settingsThatAreNotThereTellNothing() {
        assertThat(new Reloads(Optional::empty, () -> Bans.NOW).get()).isEmpty();
    }

    /** Settings of which only the revision changes. */
    private static final class FakeSettings implements Settings {
        private long revision = 1;

        @Override
        public ReloadReport reload(boolean dryRun, Caller caller) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void set(String jail, String key, String value, Caller caller) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void unset(String jail, String key, Caller caller) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Setting> effective(String jail) {
            return List.of();
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public List<Problem> losses() {
            return List.of();
        }

        @Override
        public long revision() {
            return revision;
        }

        @Override
        public String lastReloadResult() {
            return "1 jail changed";
        }

        @Override
        public boolean changedNotLoaded() {
            return false;
        }
    }
}
