// SPDX-License-Identifier: Apache-2.0
/** A JMX client, honest and otherwise, in a process of its own on the server's machine. */
package org.bailiff.itests.lab.remote;
