// SPDX-License-Identifier: Apache-2.0
/** How long Bailiff bans, beside how long a running fail2ban does. */
package org.bailiff.itests.conformance.bantime;
