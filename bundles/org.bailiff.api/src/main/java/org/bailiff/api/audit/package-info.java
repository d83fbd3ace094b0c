// SPDX-License-Identifier: Apache-2.0
/**
 * Who changed what, through which channel, with what outcome.
 */
@Export
@Version("1.0.0")
package org.bailiff.api.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
