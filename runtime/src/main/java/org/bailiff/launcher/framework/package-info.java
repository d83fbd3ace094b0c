// SPDX-License-Identifier: Apache-2.0
/** Starts, watches and stops the OSGi framework: for the daemon, or for one verb that needs none. */
package org.bailiff.launcher.framework;
