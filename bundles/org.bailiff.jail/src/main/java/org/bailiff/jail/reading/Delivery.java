// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.reading;

/**
 * Lines on their way to a jail.
 *
 * @param lines what may concern the jail
 * @param seat where they come from; told when the jail has done with them
 */
public record Delivery(CandidateLines lines, Seat seat) {}
