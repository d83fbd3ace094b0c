// SPDX-License-Identifier: Apache-2.0
/**
 * Whom a jail never bans: what its ignore list says, the host itself, and who must not be locked out.
 */
package org.bailiff.jail.ignore;
