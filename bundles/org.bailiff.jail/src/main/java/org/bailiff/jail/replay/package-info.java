// SPDX-License-Identifier: Apache-2.0
/** What jails would have decided over the logs that are there: the same decisions, by the time of the lines. */
package org.bailiff.jail.replay;
