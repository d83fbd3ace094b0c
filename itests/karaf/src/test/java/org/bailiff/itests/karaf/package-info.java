// SPDX-License-Identifier: Apache-2.0
/** The features in a real Karaf. */
package org.bailiff.itests.karaf;
