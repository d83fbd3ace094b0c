// SPDX-License-Identifier: Apache-2.0
/** Reads what the jars say of their verbs, and makes help, completion and manual pages of it. */
package org.bailiff.launcher.help;
