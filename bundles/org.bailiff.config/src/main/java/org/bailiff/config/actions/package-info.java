// SPDX-License-Identifier: Apache-2.0
/**
 * What becomes of fail2ban's actions, most of which need root: read from their names, or from what their definitions in
 * {@code action.d} do.
 */
package org.bailiff.config.actions;
