// SPDX-License-Identifier: Apache-2.0
/** Finds the date of a line and what instant it is, as {@code datepattern} says or in the usual formats. */
package org.bailiff.filter.date;
