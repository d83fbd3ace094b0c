// SPDX-License-Identifier: Apache-2.0
/**
 * The logic of a jail: failures are counted within find time, become bans, and bans end. Plain objects of one owner
 * thread; time comes in with each call; what changed goes out as a record for the store.
 */
package org.bailiff.jail.decision;
