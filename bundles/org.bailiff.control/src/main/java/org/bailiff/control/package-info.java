// SPDX-License-Identifier: Apache-2.0
/**
 * The command line's far end: the components that open the control socket, or run one verb without a daemon, and the
 * table of all verbs.
 */
package org.bailiff.control;
