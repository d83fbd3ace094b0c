// SPDX-License-Identifier: Apache-2.0
/** The daemon's log: {@code java.util.logging}, set up in code, to standard error. */
package org.bailiff.launcher.log;
