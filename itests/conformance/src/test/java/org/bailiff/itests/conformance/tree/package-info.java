// SPDX-License-Identifier: Apache-2.0
/** A configuration of fail2ban's, as fail2ban and as Bailiff understand it. */
package org.bailiff.itests.conformance.tree;
