// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.Matcher;

/**
 * Matchers of definitions that were examined, so that what is doubtful in one is looked for once, though every status
 * asks for it. Thread-safe.
 */
final class CompiledDefinitions {
    /** What is asked for least recently is compiled anew. */
    private static final int MOST = 200;

    private record Key(FilterCompiler compiler, FilterDefinition definition, FilterOptions options) {}

    private final Map<Key, Matcher> matchers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Matcher> eldest) {
            return size() > MOST;
        }
    };

    /**
     * The matcher of the definition.
     *
     * @throws FilterException if it is wrong
     */
    Matcher of(FilterCompiler compiler, FilterDefinition definition, FilterOptions options) throws FilterException {
        Key key = new Key(compiler, definition, options);
        synchronized (matchers) {
            Matcher known = matchers.get(key);
            if (known != null) {
                return known;
            }
        }
        Matcher matcher = compiler.compile(definition, options);
        synchronized (matchers) {
            matchers.put(key, matcher);
        }
        return matcher;
    }
}
