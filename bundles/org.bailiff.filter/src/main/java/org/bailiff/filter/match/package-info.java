// SPDX-License-Identifier: Apache-2.0
/** Runs a compiled filter over lines: bounded searches, a line's way to its verdict, and what is remembered of a stream. */
package org.bailiff.filter.match;
