// SPDX-License-Identifier: Apache-2.0
/**
 * What a ban does to the system. Plug-ins implement {@link org.bailiff.api.action.BanActionFactory}.
 */
@Export
@Version("1.0.0")
package org.bailiff.api.action;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
