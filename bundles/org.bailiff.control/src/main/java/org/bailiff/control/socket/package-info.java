// SPDX-License-Identifier: Apache-2.0
/**
 * The control socket: its file, its callers, and the bounds that no caller can make others pay for. No OSGi here.
 */
package org.bailiff.control.socket;
