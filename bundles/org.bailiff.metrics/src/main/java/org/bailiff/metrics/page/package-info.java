// SPDX-License-Identifier: Apache-2.0
/** What is told to scrapers, and its two forms of text. */
package org.bailiff.metrics.page;
