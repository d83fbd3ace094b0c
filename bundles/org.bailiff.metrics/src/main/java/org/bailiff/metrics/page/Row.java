// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

/**
 * Something that several families tell a value of.
 *
 * @param labels no two rows of a list have the same: a scraper would refuse the whole page
 * @param status what the values are taken from
 */
record Row<T>(Labels labels, T status) {}
