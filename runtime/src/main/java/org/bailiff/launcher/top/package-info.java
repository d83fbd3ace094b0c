// SPDX-License-Identifier: Apache-2.0
/** The live view: asks the daemon again and again, and draws what has changed. Loads nothing of the framework. */
package org.bailiff.launcher.top;
