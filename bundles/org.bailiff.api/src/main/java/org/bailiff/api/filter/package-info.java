// SPDX-License-Identifier: Apache-2.0
/**
 * How a line is recognised as a failure: definitions are data, a compiler makes matchers of them, a sieve tells which lines may concern which matcher.
 */
@Export
@Version("1.0.0")
package org.bailiff.api.filter;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
