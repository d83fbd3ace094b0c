// SPDX-License-Identifier: Apache-2.0
/**
 * The log source of kind {@code syslog}: listens at addresses of this host and delivers the messages that are sent there.
 */
package org.bailiff.source.syslog;
