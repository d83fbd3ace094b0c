// SPDX-License-Identifier: Apache-2.0
/**
 * How bans, jails and times are shown: to people in the local time zone, to machines as JSON. No OSGi here.
 */
package org.bailiff.control.show;
