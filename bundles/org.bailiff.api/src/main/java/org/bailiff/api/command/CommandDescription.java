// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.command;

import org.bailiff.api.Role;

/**
 * What a verb is called and does.
 *
 * @param name the verb
 * @param usage its arguments, e.g. {@code JAIL ADDRESS... [--for 1h|forever]}; empty if it has none
 * @param summary one line
 * @param role who may use it
 * @param local whether it runs without a daemon, in a framework of its own
 */
public record CommandDescription(String name, String usage, String summary, Role role, boolean local) {}
