// SPDX-License-Identifier: Apache-2.0
/** From the files of a definition to its regexes and keys, parameters put in, each with the place it comes from. */
package org.bailiff.filter.definition;
