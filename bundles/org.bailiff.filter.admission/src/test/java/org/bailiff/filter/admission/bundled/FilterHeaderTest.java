// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.filter.admission.deployed.Offered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterHeaderTest {
    private final Map<String, String> files = new TreeMap<>(Map.of(
            "filters/a.conf", "A",
            "filters/b.conf", "B",
            "filters/notes.txt", "nothing",
            "filters/more/c.conf", "C",
            "d.conf", "D"));

    /** A bundle made by hand. */
    private final class FakeBundle implements BundleFiles {
        @Override
        public String title() {
            return "org.example.filters 1.0.0";
        }

        @Override
        public List<String> find(String folder, String pattern) {
            String regex = (folder.isEmpty() ? "" : Pattern.quote(folder + "/"))
                    + pattern.replace(".", "\\.").replace("*", "[^/]*");
            return files.keySet().stream().filter(path -> path.matches(regex)).toList();
        }

        @Override
        public String text(String path, int longest) throws IOException {
            if (files.get(path).length() > longest) {
                throw new FileNotFoundException("it is too long");
            }
            return files.get(path);
        }
    }

    private FilterHeader.Content read(String header) {
        return FilterHeader.read(header, new FakeBundle(), Offered.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filters/*.conf|a b",
                "filters|a b",
                "/filters/|a b",
                "filters/b.conf|b",
                "filters/b*.conf , filters/more|b c",
                "filters/a.conf,filters|a b",
                "*.conf|d",
                "/|d"
            })
    void aHeaderNamesFoldersAndFiles(String header, String names) {
        FilterHeader.Content content = read(header);

        assertThat(content.problems()).isEmpty();
        assertThat(content.definitions().stream().map(FilterDefinition::name)).containsExactly(names.split(" "));
    }

    @Test
    void aDefinitionSaysWhoseItIs() {
        FilterDefinition definition = read("filters/a.conf").definitions().get(0);

        assertThat(definition.origin()).isEqualTo("bundle org.example.filters 1.0.0: filters/a.conf");
        assertThat(definition.files())
                .containsExactly(new DefinitionFile("org.example.filters 1.0.0:filters/a.conf", "A"));
    }

    @Test
    void aHeaderThatNamesNothingIsToldOf() {
        FilterHeader.Content content = read("filers/*.conf, filters/a.conf");

        assertThat(content.definitions()).hasSize(1);
        assertThat(content.problems())
                .containsExactly(
                        "bundle org.example.filters 1.0.0: its header Bailiff-Filters names 'filers/*.conf', and"
                                + " there is no *.conf in it; write a folder or a file of the bundle, e.g. filters/*.conf");
    }

    @Test
    void aFileThatCannotBeAFilterIsLeftOutAndToldOf() {
        files.put("filters/no name.conf", "X");

        FilterHeader.Content content = read("filters");

        assertThat(content.definitions()).hasSize(2);
        assertThat(content.problems()).singleElement().asString().contains("filters/no name.conf is left out");
    }

    @Test
    void includesAreFoundBesideTheFileAndThenAmongOthers() {
        FilterDefinition common = read("filters/b.conf").definitions().get(0);
        Offered others = (name, by) -> name.equals("b") ? Optional.of(common) : Optional.empty();

        FilterDefinition beside = FilterHeader.read("filters/a.conf", new FakeBundle(), Offered.NOTHING)
                .definitions()
                .get(0);
        FilterDefinition elsewhere = FilterHeader.read("d.conf", new FakeBundle(), others)
                .definitions()
                .get(0);

        assertThat(beside.include("b.conf").orElseThrow().text()).isEqualTo("B");
        assertThat(beside.include("d.conf")).isEmpty();
        assertThat(elsewhere.include("b.conf").orElseThrow().text()).isEqualTo("B");
        assertThat(elsewhere.include("../b.conf")).isEmpty();
    }
}
