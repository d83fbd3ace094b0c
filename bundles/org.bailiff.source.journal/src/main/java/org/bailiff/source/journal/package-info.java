// SPDX-License-Identifier: Apache-2.0
/**
 * The log source of kind {@code journal}: follows the systemd journal through a {@code journalctl} for each stream.
 */
package org.bailiff.source.journal;
