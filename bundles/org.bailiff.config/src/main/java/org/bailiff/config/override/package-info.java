// SPDX-License-Identifier: Apache-2.0
/**
 * What was changed at run time: which keys can be, to what, and how it is kept with a checksum a line.
 */
package org.bailiff.config.override;
