// SPDX-License-Identifier: Apache-2.0
/** Definitions that bundles bring, which name them in a header {@code Bailiff-Filters}. */
package org.bailiff.filter.admission.bundled;
