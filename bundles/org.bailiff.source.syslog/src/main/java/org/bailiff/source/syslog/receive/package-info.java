// SPDX-License-Identifier: Apache-2.0
/** Sockets: how messages get in, one by one. All of it belongs to the thread that reads. */
package org.bailiff.source.syslog.receive;
