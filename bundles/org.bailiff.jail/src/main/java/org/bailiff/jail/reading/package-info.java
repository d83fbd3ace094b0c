// SPDX-License-Identifier: Apache-2.0
/**
 * Streams shared by jails: each is read once, and each jail gets, in order and exactly once, the lines that may concern
 * it. Sources deliver on their threads; joining, leaving and catching up happen on one thread, {@code bailiff-readings}.
 */
package org.bailiff.jail.reading;
