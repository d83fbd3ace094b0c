// SPDX-License-Identifier: Apache-2.0
/**
 * What is remembered through a crash: one log a jail, one record a batch of lines, written as one.
 */
@Export
@Version("1.0.0")
package org.bailiff.api.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
