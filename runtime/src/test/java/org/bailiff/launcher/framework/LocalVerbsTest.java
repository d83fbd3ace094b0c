// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalVerbsTest {

    @ParameterizedTest
    @ValueSource(strings = {"check", "test", "replay", "firewall", "doctor", "passwd", "demo"})
    void aLocalVerbHasTheBundleThatRunsItAndNeverTheStore(String verb) {
        assertThat(LocalVerbs.bundlesOf(verb))
                .contains("org.bailiff.api", "org.bailiff.control")
                .doesNotContain("org.bailiff.store")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "test", "replay", "firewall", "doctor", "passwd", "demo"})
    void everyBundleOfTheTableIsOneOfOurs(String verb) {
        Stream<Path> folders = LocalVerbs.bundlesOf(verb).stream().map(Path.of("../bundles")::resolve);

        assertThat(folders).allSatisfy(folder -> assertThat(folder).isDirectory());
    }

    @Test
    void whatOnlyLocalVerbsNeedIsInNoDaemon() {
        assertThat(LocalVerbs.inNoDaemon())
                .contains("org.bailiff.trial", "org.bailiff.demo")
                .doesNotContain("org.bailiff.filter", "org.bailiff.jail", "org.bailiff.store");
    }
}
