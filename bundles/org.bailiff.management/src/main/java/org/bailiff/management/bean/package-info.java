// SPDX-License-Identifier: Apache-2.0
/** The beans: for each an annotated interface, which is the contract, and what answers for it. */
package org.bailiff.management.bean;
