// SPDX-License-Identifier: Apache-2.0
/** Runs regexes over ASCII bytes: with the outcome that {@code java.util.regex} has, in a small part of the time. */
package org.bailiff.filter.quick;
