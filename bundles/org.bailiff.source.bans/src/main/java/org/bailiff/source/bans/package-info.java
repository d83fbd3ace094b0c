// SPDX-License-Identifier: Apache-2.0
/**
 * The log source of kind {@code bans}: what jails ban, as the lines that fail2ban would have written of it.
 */
package org.bailiff.source.bans;
