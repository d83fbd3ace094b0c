// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.Matcher;

/** A definition that a test writes down, called {@code test.conf}. */
public record TextDefinition(String text, Map<String, String> includes) implements FilterDefinition {

    public static TextDefinition of(String... lines) {
        return new TextDefinition(String.join("\n", lines), Map.of());
    }

    /** A matcher of the definition with these lines, in UTC. */
    public static Matcher compile(String... lines) throws FilterException {
        return of(lines).compile(FilterOptions.plain(ZoneOffset.UTC));
    }

    public Matcher compile(FilterOptions options) throws FilterException {
        return new FilterCompilerComponent().compile(this, options);
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public String origin() {
        return "a test";
    }

    @Override
    public List<DefinitionFile> files() {
        return List.of(new DefinitionFile("test.conf", text));
    }

    @Override
    public Optional<DefinitionFile> include(String fileName) {
        return Optional.ofNullable(includes.get(fileName)).map(included -> new DefinitionFile(fileName, included));
    }
}
