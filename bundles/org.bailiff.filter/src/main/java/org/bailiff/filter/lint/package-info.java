// SPDX-License-Identifier: Apache-2.0
/** Looks for what is doubtful in a definition that compiles, by its regexes' trees and by lines made from them. */
package org.bailiff.filter.lint;
