// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

/**
 * A complete look at a list, and when it was made.
 *
 * @param listing what was seen
 * @param upTo the last change of the list before it; an entry changed later is not judged by it
 * @param removals how many entries had been taken out when it ended, since the beginning
 * @param calm whether nothing was taken out meanwhile: then nothing that was there slipped past it
 */
record Look(Listing listing, long upTo, long removals, boolean calm) {}
