// SPDX-License-Identifier: Apache-2.0
/**
 * The firewall's rules, as {@code iptables-save} prints them: whether those that a list needs are there, where they
 * belong, and as they should be.
 */
package org.bailiff.action.xtrecent.doctor.rules;
