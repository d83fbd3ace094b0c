// SPDX-License-Identifier: Apache-2.0
/** Faults that are built into the product to see whether its tests catch them; shared by all that do so. */
package org.bailiff.itests.fault;
