// SPDX-License-Identifier: Apache-2.0
/** Writes every decision as a line of JSON to a file. */
package org.bailiff.decisions;
