// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.jail;

import java.util.Optional;
import org.bailiff.api.Ban;

/**
 * What became of a wish for a ban or an unban.
 *
 * @param ban the ban that is now in force, or was ended; empty if there was none to end
 * @param changed whether this call changed anything
 * @param inForce whether every action carries it out already; if not, {@code sentence} says what is missing
 * @param kept whether it is on disk, so that a restart knows of it
 * @param sentence all of that for people, in one line
 */
public record BanReport(Optional<Ban> ban, boolean changed, boolean inForce, boolean kept, String sentence) {}
