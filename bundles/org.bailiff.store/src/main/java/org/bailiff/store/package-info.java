// SPDX-License-Identifier: Apache-2.0
/** Remembers bans and positions through a crash, and who changed what. */
package org.bailiff.store;
