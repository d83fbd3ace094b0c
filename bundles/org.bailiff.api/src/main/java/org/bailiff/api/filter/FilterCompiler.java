// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Makes matchers of definitions. Thread-safe, without state. */
@ProviderType
public interface FilterCompiler {

    /**
     * The matcher of a definition.
     *
     * @throws FilterException if it is wrong; the jail is FAILED with that message until the definition changes
     */
    Matcher compile(FilterDefinition definition, FilterOptions options) throws FilterException;

    /** One sieve for all the matchers that look at a stream. */
    Sieve combine(List<Matcher> matchers);
}
