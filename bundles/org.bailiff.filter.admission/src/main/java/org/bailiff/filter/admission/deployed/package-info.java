// SPDX-License-Identifier: Apache-2.0
/** Definitions that were put in at run time: what they may say, and how their revisions are kept. */
package org.bailiff.filter.admission.deployed;
