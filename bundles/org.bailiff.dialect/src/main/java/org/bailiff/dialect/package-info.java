// SPDX-License-Identifier: Apache-2.0
/**
 * fail2ban's file dialect and its times, as a library: sections, interpolation, includes, references with parameters. It
 * imports only the JDK, holds no state, and says of every value which file and line it comes from.
 */
@Export
@Version("1.0.0")
package org.bailiff.dialect;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
