// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

/**
 * A file that was read.
 *
 * @param path for messages, and to find what it includes beside it
 * @param text its whole text
 */
public record SourceText(String path, String text) {}
