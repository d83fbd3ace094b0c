// SPDX-License-Identifier: Apache-2.0
/**
 * The verb {@code demo}: the main job on a machine with nothing set up. Two machines are made of kernel namespaces, a
 * server with the kernel's own list and an attacker, and the shipped daemon does what it is for.
 *
 * <p>A machine is held by one process that reads a pipe of ours. When this process ends, in whatever way, the pipe
 * closes, and the kernel removes the machine with all its processes, interfaces and rules.
 */
package org.bailiff.demo;
