// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.util.List;

/** Asks over HTTP with the real client, on a machine, as a user. */
public final class Curl {
    private final Machine machine;
    private final Account account;

    public Curl(Machine machine, Account account) {
        this.machine = machine;
        this.account = account;
    }

    /** Asks, whatever becomes of it; an HTTP status of 400 or more is a failure. */
    public Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = Lists.concat(
                List.of("curl", "--silent", "--show-error", "--fail-with-body", "--max-time", "10"),
                List.of(arguments));
        return Tool.run(machine.command(account.command(command)));
    }

    /** The body of an answer that has to come. */
    public String get(String... arguments) throws IOException, InterruptedException {
        Outcome outcome = run(arguments);
        if (!outcome.succeeded()) {
            throw new IOException("curl ended with " + outcome.exitCode() + ": " + outcome.err() + outcome.out());
        }
        return outcome.out();
    }
}
