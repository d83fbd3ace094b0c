// SPDX-License-Identifier: Apache-2.0
/** What is put into a daemon that runs: plug-ins, definitions, and the lines that tell whether any of it lost something. */
package org.bailiff.itests.lab.deploy;
