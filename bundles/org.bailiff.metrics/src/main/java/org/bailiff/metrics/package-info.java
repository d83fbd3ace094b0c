// SPDX-License-Identifier: Apache-2.0
/** Tells metrics to scrapers, in the form of OpenMetrics. */
package org.bailiff.metrics;
