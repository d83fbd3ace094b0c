// SPDX-License-Identifier: Apache-2.0
/** Offers the verbs in the shell of a container. */
package org.bailiff.shell;
