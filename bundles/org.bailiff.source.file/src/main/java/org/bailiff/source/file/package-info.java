// SPDX-License-Identifier: Apache-2.0
/**
 * The log source of kind {@code file}: finds the files that patterns name, and reads them all on one thread.
 */
package org.bailiff.source.file;
