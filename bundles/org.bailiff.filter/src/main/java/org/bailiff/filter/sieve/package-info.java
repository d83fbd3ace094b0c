// SPDX-License-Identifier: Apache-2.0
/** Tells from the bytes which lines may concern which matcher. */
package org.bailiff.filter.sieve;
