// SPDX-License-Identifier: Apache-2.0
/** Decides which definition of a filter is in force, and takes those that are put in at run time. */
package org.bailiff.filter.admission;
