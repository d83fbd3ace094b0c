// SPDX-License-Identifier: Apache-2.0
/**
 * Jails as others see them: what they are, what they decided and why, and what an operator may ask of them.
 */
@Export
@Version("1.0.0")
package org.bailiff.api.jail;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
