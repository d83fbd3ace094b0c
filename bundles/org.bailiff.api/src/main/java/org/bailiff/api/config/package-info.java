// SPDX-License-Identifier: Apache-2.0
/**
 * The configuration in force, where each value comes from, and how it is changed.
 */
@Export
@Version("1.0.0")
package org.bailiff.api.config;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
