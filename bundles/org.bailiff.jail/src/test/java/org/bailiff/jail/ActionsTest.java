// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.bailiff.api.action.ActionListener;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Notice;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.bailiff.text.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActionsTest {
    private static final ActionListener NOBODY = new ActionListener() {
        @Override
        public void delisted(Network target) {}

        @Override
        public void evicted(Network target) {}

        @Override
        public void found(Network target) {}

        @Override
        public void stateChanged(ActionStatus status) {}

        @Override
        public void noticed(Notice notice) {}
    };

    private final FakeSurroundings surroundings = new FakeSurroundings();

    @AfterEach
    void end() {
        surroundings.close();
    }

    /** Each is found by what its status calls it, as a bean of it does. */
    @Test
    void severalOfOneKindAreToldApartByTheNameThatTheyGiveThemselves() {
        JailConfiguration jail = new JailConfiguration(
                "sshd", Map.of("action", new Setting("action", "fake fake[suffix=:b]", "jail.local:7")));
        Actions actions = new Actions(surroundings, NOBODY);
        actions.use(new SettingsReader(jail, surroundings).read(), List.of());

        assertThat(actions.names()).containsExactly("fake", "fake:b");
        assertThatThrownBy(() -> actions.resync("fake:b", true))
                .hasMessageContaining("fake:b does cannot be read back");
        assertThatThrownBy(() -> actions.resync("c", true)).hasMessageContaining("it has [fake, fake:b]");
    }
}
