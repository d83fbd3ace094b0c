// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import org.bailiff.api.source.SourceStatus.State;

/**
 * Why the journal is not read.
 *
 * @param state what that makes of the source
 * @param reason a sentence with the mend
 */
record Trouble(State state, String reason) {}
