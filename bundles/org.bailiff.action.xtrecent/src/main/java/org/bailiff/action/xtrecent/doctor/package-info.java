// SPDX-License-Identifier: Apache-2.0
/**
 * The verb {@code doctor}: examines the host, one class a family of findings; {@code rules} reads the firewall's.
 */
package org.bailiff.action.xtrecent.doctor;
