// SPDX-License-Identifier: Apache-2.0
/**
 * What {@code bin/bailiff} starts: reads the command line and becomes the daemon, a framework for one local verb, or a
 * client of the daemon. Plain Java on the class path; a client loads no class of the framework.
 */
package org.bailiff.launcher;
