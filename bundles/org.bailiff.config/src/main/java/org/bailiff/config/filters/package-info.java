// SPDX-License-Identifier: Apache-2.0
/**
 * Filter definitions in {@code etc/filter.d}: found, read when they are complete, and offered as services.
 */
package org.bailiff.config.filters;
