// SPDX-License-Identifier: Apache-2.0
/** Runs a command for a ban: without a shell, behind a queue, at least once with the ban's id. */
package org.bailiff.action.command;
