// SPDX-License-Identifier: Apache-2.0
/** As much of HTTP as a scraper needs, over a UNIX socket or a loopback port. */
package org.bailiff.metrics.http;
