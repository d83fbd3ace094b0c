// SPDX-License-Identifier: Apache-2.0
/**
 * A daemon that is killed again and again while it works: who does what ({@code Crowd}), what is written
 * ({@code Writer}), when it is killed ({@code Killer}), what operators order meanwhile ({@code Operator}), and what must
 * have come of it ({@code Verdict}).
 */
package org.bailiff.itests.lab.crash;
