// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter;

import java.util.List;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Sieve;
import org.bailiff.filter.definition.DefinitionReader;
import org.bailiff.filter.sieve.LiteralSieve;
import org.osgi.service.component.annotations.Component;

/** The service: definition, then rules, then matcher; and sieves. Without state. */
@Component
public final class FilterCompilerComponent implements FilterCompiler {

    @Override
    public Matcher compile(FilterDefinition definition, FilterOptions options) throws FilterException {
        return RuleCompiler.compile(DefinitionReader.read(definition, options), options.zone());
    }

    @Override
    public Sieve combine(List<Matcher> matchers) {
        return LiteralSieve.of(matchers);
    }
}
