// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.command;

import java.util.List;
import java.util.function.Consumer;
import org.bailiff.api.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Carries out verbs by name, for channels of their own such as the shell of a container. A service. Thread-safe: several
 * callers may be answered at once.
 */
@ProviderType
public interface CommandLine {

    /**
     * Finds the verb, checks the caller's role, takes out the options that every verb has, and runs it. Verbs that run
     * without a daemon are refused. Whatever goes wrong is said on {@code err}; nothing is thrown.
     *
     * @param caller who
     * @param words the verb, and what stands behind it
     * @param directory the caller's working directory, which relative paths are meant from
     * @param out takes results, line by line, without control characters
     * @param err takes complaints, likewise
     */
    ExitCode run(Caller caller, List<String> words, String directory, Consumer<String> out, Consumer<String> err);
}
