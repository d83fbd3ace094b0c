// SPDX-License-Identifier: Apache-2.0
/**
 * The values that every part speaks of: failures, bans, and who asks for a change. Nothing here runs or keeps state.
 */
@Export
@Version("1.0.0")
package org.bailiff.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
