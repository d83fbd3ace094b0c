// SPDX-License-Identifier: Apache-2.0
/** {@code bailiff test}: tries a filter on a log, as the daemon would look at it, and says what it made of each line. */
package org.bailiff.trial;
