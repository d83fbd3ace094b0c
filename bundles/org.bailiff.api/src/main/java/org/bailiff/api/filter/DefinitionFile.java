// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

/**
 * One file of a filter definition, unparsed.
 *
 * @param path where it is, for messages: a path, or {@code library:sshd.conf}
 * @param text its whole text
 */
public record DefinitionFile(String path, String text) {}
