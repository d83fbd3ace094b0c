// SPDX-License-Identifier: Apache-2.0
/** The samples that a definition brings itself, in its section {@code [Samples]}, and what comes out of them. */
package org.bailiff.filter.admission.samples;
