// SPDX-License-Identifier: Apache-2.0
/** Offers the definitions that come with Bailiff: data under {@code filters/}, one file a filter, with its samples. */
package org.bailiff.filter.library;
