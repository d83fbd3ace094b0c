// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import java.time.Instant;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.UnbanCause;
import org.bailiff.api.action.Notice;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.jail.JailState;

/** Something that becomes a line. */
sealed interface Decision {

    /** When it was told. */
    Instant time();

    /** A ban is in force; of a jail that simulates, it would be. */
    record Banned(Instant time, Ban ban, boolean restored) implements Decision {}

    /** A ban ended. */
    record Unbanned(Instant time, Ban ban, UnbanCause cause, Caller caller) implements Decision {}

    /** A jail's state or its reason changed. */
    record StateChanged(Instant time, String jail, JailState state, String reason) implements Decision {}

    /** An action noticed something. */
    record Noticed(Instant time, String jail, Notice notice) implements Decision {}

    /** A regex took too long. */
    record SearchCutOff(Instant time, String jail, CutOff cutOff) implements Decision {}

    /** Another configuration is in force. */
    record Reloaded(Instant time, long revision, String result) implements Decision {}

    /** So many decisions before this one have no line, because there was no room for them to wait. */
    record Lost(Instant time, long count) implements Decision {}
}
