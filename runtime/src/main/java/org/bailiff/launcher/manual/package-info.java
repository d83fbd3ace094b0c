// SPDX-License-Identifier: Apache-2.0
/** Makes manual pages and shell completion of the helps of all verbs; most of it runs only in the build. */
package org.bailiff.launcher.manual;
