// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The clocks.
 *
 * @param clock what bans' times are told by; it may jump
 * @param steady nanoseconds that only grow, for pauses and rates
 */
record Times(InstantSource clock, LongSupplier steady) {}
