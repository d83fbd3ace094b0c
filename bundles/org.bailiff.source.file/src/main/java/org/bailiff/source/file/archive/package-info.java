// SPDX-License-Identifier: Apache-2.0
/** The past of a log: its rotated files and the present one, read from the beginning to the end in bounded memory. */
package org.bailiff.source.file.archive;
