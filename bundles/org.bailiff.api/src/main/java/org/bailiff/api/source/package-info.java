// SPDX-License-Identifier: Apache-2.0
/**
 * How lines get in: a source follows streams and delivers whole lines in batches, each line with a position. Plug-ins implement {@link org.bailiff.api.source.LogSourceFactory}.
 */
@Export
@Version("1.0.0")
package org.bailiff.api.source;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
