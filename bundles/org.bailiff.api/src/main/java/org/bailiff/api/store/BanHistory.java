// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.store;

import java.time.Instant;
import org.bailiff.text.Network;

/**
 * What is remembered of a target whose ban has ended.
 *
 * @param target who was banned
 * @param count how often
 * @param ended when the last ban ended
 */
public record BanHistory(Network target, int count, Instant ended) {}
