// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.command;

import java.io.PrintWriter;
import java.util.List;
import org.bailiff.api.Caller;

/**
 * One use of a verb.
 *
 * @param caller who
 * @param arguments what stands behind the verb, without the options that every verb has
 * @param json whether {@code --json} was given
 * @param directory the caller's working directory, which relative paths are meant from
 * @param out for results; text from logs goes through {@link org.bailiff.text.SafeText} first
 * @param err for complaints
 */
public record CommandCall(
        Caller caller, List<String> arguments, boolean json, String directory, PrintWriter out, PrintWriter err) {
    public CommandCall {
        arguments = List.copyOf(arguments);
    }
}
