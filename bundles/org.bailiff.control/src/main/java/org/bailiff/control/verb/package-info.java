// SPDX-License-Identifier: Apache-2.0
/**
 * The daemon's verbs, a {@code Command} service each.
 */
package org.bailiff.control.verb;
