// SPDX-License-Identifier: Apache-2.0
/**
 * From a regex as definitions write it (Python's syntax with fail2ban's tags) to one that the JDK runs: tags are written
 * out, the text is parsed into a tree, and from the tree come Java's text, the numbers of the named groups, and the
 * literals that every match must hold.
 */
package org.bailiff.filter.regex;
