// SPDX-License-Identifier: Apache-2.0
/**
 * How long a ban lasts: always the same, or longer for those who were banned before. Without threads and without I/O.
 */
package org.bailiff.jail.bantime;
