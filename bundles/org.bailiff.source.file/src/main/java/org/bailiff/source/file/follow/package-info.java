// SPDX-License-Identifier: Apache-2.0
/**
 * Follows one stream: its open files from the oldest unread one to the present one, its lines, its positions. Knows no
 * thread and no OSGi; all of it belongs to the thread that looks, unless a method says otherwise.
 */
package org.bailiff.source.file.follow;
