// SPDX-License-Identifier: Apache-2.0
/** Drives a real jconsole, inside its own process, by the parts of its window that a person sees. */
package org.bailiff.itests.jconsole;
