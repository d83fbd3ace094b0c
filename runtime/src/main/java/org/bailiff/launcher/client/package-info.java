// SPDX-License-Identifier: Apache-2.0
/** Asks the daemon through its UNIX socket. Loads nothing of the framework, to be fast. */
package org.bailiff.launcher.client;
