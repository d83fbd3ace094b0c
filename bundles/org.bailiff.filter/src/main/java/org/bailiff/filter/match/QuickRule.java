// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import org.bailiff.filter.quick.QuickRegex;

/**
 * A regex of a filter in its quick form.
 *
 * @param number among those of its key, from 1
 * @param layout of what it and the prefix capture
 */
record QuickRule(QuickRegex regex, int number, CaptureLayout layout) {}
