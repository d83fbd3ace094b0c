// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.Optional;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.Matcher;

/**
 * A jail's filter, compiled as the jail would before it is in force. What came of the last trial is kept: whoever asks
 * again is answered at once, and the jail itself takes the matcher instead of compiling while lines wait. Thread-safe.
 */
final class FilterTrial {
    private Trial last;

    /**
     * What came of it.
     *
     * @param matcher null if it was refused, or somebody took it
     * @param refusal null if it was not refused
     */
    private record Trial(
            FilterCompiler compiler,
            FilterDefinition definition,
            FilterOptions options,
            Matcher matcher,
            FilterException refusal) {

        boolean isOf(FilterCompiler otherCompiler, FilterDefinition otherDefinition, FilterOptions otherOptions) {
            return compiler == otherCompiler && definition == otherDefinition && options.equals(otherOptions);
        }
    }

    /** Why the definition cannot be compiled; empty if it can. */
    Optional<FilterException> refusal(FilterCompiler compiler, FilterDefinition definition, FilterOptions options) {
        Trial known = known(compiler, definition, options);
        return Optional.ofNullable((known == null ? compiled(compiler, definition, options) : known).refusal());
    }

    /**
     * The definition's matcher, for one who keeps it to himself: it is not given to anybody else.
     *
     * @throws FilterException if it is wrong
     */
    Matcher take(FilterCompiler compiler, FilterDefinition definition, FilterOptions options) throws FilterException {
        Trial known = known(compiler, definition, options);
        Trial trial = known == null ? compiled(compiler, definition, options) : known;
        if (trial.refusal() != null) {
            throw trial.refusal();
        }
        forget();
        return trial.matcher();
    }

    private synchronized Trial known(FilterCompiler compiler, FilterDefinition definition, FilterOptions options) {
        return last != null && last.isOf(compiler, definition, options) ? last : null;
    }

    private synchronized void forget() {
        last = null;
    }

    private Trial compiled(FilterCompiler compiler, FilterDefinition definition, FilterOptions options) {
        Trial trial;
        try {
            trial = new Trial(compiler, definition, options, compiler.compile(definition, options), null);
        } catch (FilterException refused) {
            trial = new Trial(compiler, definition, options, null, refused);
        }
        synchronized (this) {
            last = trial;
        }
        return trial;
    }
}
