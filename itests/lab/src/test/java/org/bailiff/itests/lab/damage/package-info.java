// SPDX-License-Identifier: Apache-2.0
/** A data directory that something damaged while no daemon ran: what the next daemon makes of it. */
package org.bailiff.itests.lab.damage;
