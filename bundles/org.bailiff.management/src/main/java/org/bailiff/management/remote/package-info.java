// SPDX-License-Identifier: Apache-2.0
/** Remote JMX: one port, users with roles, and a gate in front of the MBean server that refuses what it does not know. */
package org.bailiff.management.remote;
