// SPDX-License-Identifier: Apache-2.0
/** Bailiff's filter compiler against an installed fail2ban, which is the oracle: its filters, its sample logs, its engine. */
package org.bailiff.itests.conformance;
