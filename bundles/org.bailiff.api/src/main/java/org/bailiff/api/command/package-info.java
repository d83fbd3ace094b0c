// SPDX-License-Identifier: Apache-2.0
/**
 * The verbs of the command line. Plug-ins add a verb by a {@link org.bailiff.api.command.Command} service.
 */
@Export
@Version("1.0.0")
package org.bailiff.api.command;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
