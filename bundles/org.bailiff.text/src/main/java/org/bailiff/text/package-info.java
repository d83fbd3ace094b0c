// SPDX-License-Identifier: Apache-2.0
/**
 * Attacker's text made safe to show, and addresses and networks parsed and printed, line ends found. A library: it imports only the
 * JDK, holds no state and starts nothing, so that any bundle may use it from any thread.
 */
@Export
@Version("1.1.0")
package org.bailiff.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
