// SPDX-License-Identifier: Apache-2.0
/** What is said of the lines: an object each for machines, or counts for people. */
package org.bailiff.trial.report;
