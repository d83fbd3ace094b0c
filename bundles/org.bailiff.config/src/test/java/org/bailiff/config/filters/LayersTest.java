// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.junit.jupiter.api.Test;

class LayersTest {
    /** What is on offer, the latest last. */
    private final List<FilterDefinition> offered = new ArrayList<>();

    private final Layers layers = new Layers(definition -> {
        offered.add(definition);
        return () -> offered.remove(definition);
    });

    private static FolderDefinition definition(String path, String text, Map<String, DefinitionFile> includes) {
        return new FolderDefinition("sshd", path, List.of(new DefinitionFile(path, text)), includes);
    }

    private final FolderDefinition library = definition(
            "library/sshd.conf", "base", Map.of("common.conf", new DefinitionFile("library/common.conf", "c")));
    private final FolderDefinition local = definition("filter.d/sshd.local", "added", Map.of());

    private List<String> texts() {
        assertThat(offered).hasSize(1);
        return offered.get(0).files().stream().map(DefinitionFile::text).toList();
    }

    @Test
    void aLocalFileThatStandsAloneIsPutOverTheDefinitionOfTheLibrary() {
        layers.add("sshd", library, FilterDefinition.RANKING_LIBRARY);

        layers.offer(local);

        assertThat(texts()).containsExactly("base", "added");
        assertThat(offered.get(0).include("common.conf").orElseThrow().text()).isEqualTo("c");
        assertThat(offered.get(0).origin()).isEqualTo("filter.d/sshd.local over library/sshd.conf");
    }

    @Test
    void soAreTheFilesOfItsFolder() {
        layers.add("sshd", library, FilterDefinition.RANKING_LIBRARY);

        layers.offer(definition("filter.d/sshd.d/sshd.conf", "added", Map.of()));

        assertThat(texts()).containsExactly("base", "added");
    }

    @Test
    void whatIsOfferedToAnotherRegistryIsPutOverTheSameAndKnownThereAlone() {
        layers.add("sshd", library, FilterDefinition.RANKING_LIBRARY);
        List<FilterDefinition> elsewhere = new ArrayList<>();

        layers.over(definition -> {
                    elsewhere.add(definition);
                    return () -> elsewhere.remove(definition);
                })
                .offer(local);

        assertThat(offered).isEmpty();
        assertThat(elsewhere).singleElement().satisfies(definition -> assertThat(definition.files())
                .extracting(DefinitionFile::text)
                .containsExactly("base", "added"));
    }

    @Test
    void itIsAloneUntilTheDefinitionComesAndWhenItHasGone() {
        layers.offer(local);
        assertThat(texts()).containsExactly("added");

        layers.add("sshd", library, FilterDefinition.RANKING_LIBRARY);
        assertThat(texts()).containsExactly("base", "added");

        layers.remove(library);
        assertThat(texts()).containsExactly("added");
    }

    @Test
    void ofSeveralTheHighestCounts() {
        layers.offer(local);
        layers.add("sshd", definition("plugin/sshd.conf", "plugin", Map.of()), 100);

        layers.add("sshd", library, FilterDefinition.RANKING_LIBRARY);

        assertThat(texts()).containsExactly("plugin", "added");
    }

    /** Whatever is asked of it. */
    private static final class Throwing implements FilterDefinition {
        @Override
        public String name() {
            throw new IllegalStateException("name");
        }

        @Override
        public String origin() {
            throw new IllegalStateException("origin");
        }

        @Override
        public List<DefinitionFile> files() {
            throw new IllegalStateException("files");
        }

        @Override
        public Optional<DefinitionFile> include(String fileName) {
            throw new IllegalStateException("include");
        }
    }

    @Test
    void whatThrowsWhenItIsAskedComesAndGoesUnasked() {
        FilterDefinition throwing = new Throwing();
        layers.offer(local);

        layers.add("sshd", throwing, 100);
        assertThat(offered).singleElement().extracting(FilterDefinition::name).isEqualTo("sshd");

        layers.remove(throwing);
        assertThat(texts()).containsExactly("added");
    }

    @Test
    void aWholeDefinitionTakesTheOtherOnesPlace() {
        layers.add("sshd", library, FilterDefinition.RANKING_LIBRARY);

        Runnable withdrawal = layers.offer(definition("filter.d/sshd.conf", "own", Map.of()));

        assertThat(texts()).containsExactly("own");
        withdrawal.run();
        assertThat(offered).isEmpty();
    }

    @Test
    void whatWasWithdrawnDoesNotComeBackWithTheLibrary() {
        layers.offer(local).run();

        layers.add("sshd", library, FilterDefinition.RANKING_LIBRARY);

        assertThat(offered).isEmpty();
    }
}
