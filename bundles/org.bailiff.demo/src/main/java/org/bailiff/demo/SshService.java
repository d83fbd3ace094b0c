// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;

/** What is attacked: something on port 22 that logs failed passwords as sshd does. */
interface SshService {
    int PORT = 22;

    /** Starts it on the machine, logging into a file. */
    void start(Machine machine) throws IOException, InterruptedException, DemoException;

    /** Guesses passwords over one connection from the attacker's machine, in vain. */
    void guess(Machine attacker, Route route) throws IOException, InterruptedException;
}
