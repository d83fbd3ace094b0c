// SPDX-License-Identifier: Apache-2.0
/**
 * The lab's furniture: two machines made of kernel namespaces, joined by a cable. On one of them run a real sshd, a
 * real rsyslog and the daemon under test; on the other an attacker.
 *
 * <p>A machine lives in namespaces that are held by one process which reads our pipe. When this Java machine ends, in
 * whatever way, the pipe closes, that process ends, and the kernel ends all others in its process namespace and removes
 * their mounts, interfaces, rules and lists.
 */
package org.bailiff.itests.lab.world;
