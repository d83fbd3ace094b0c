// SPDX-License-Identifier: Apache-2.0
/** What all jails together make of their streams and filters: added up now and then, so that reading it costs nothing. */
package org.bailiff.management.overview;
