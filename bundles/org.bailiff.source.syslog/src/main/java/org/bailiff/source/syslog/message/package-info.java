// SPDX-License-Identifier: Apache-2.0
/** What a syslog message says, and the line that it is to a filter. Plain functions of bytes: no socket, no thread. */
package org.bailiff.source.syslog.message;
