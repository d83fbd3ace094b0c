// SPDX-License-Identifier: Apache-2.0
/**
 * The files of {@code etc/}: which there are, in which order they count, and their texts.
 */
package org.bailiff.config.files;
