// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/** Reads addresses that a caller wrote. */
final class Addresses {
    private Addresses() {}

    /**
     * The address that the word writes.
     *
     * @throws CommandException if it writes none; the message says what it writes instead
     */
    static Address parse(String word) throws CommandException {
        try {
            return Address.parse(word);
        } catch (IllegalArgumentException junk) {
            // A network is no junk, but nothing that can be banned yet.
            String sentence = Network.tryParse(word)
                    .map(network -> "'" + network + "' is a network, and only single addresses can be banned"
                            + " and unbanned; e.g. " + network.base() + ".")
                    .orElse(junk.getMessage() + ".");
            throw new CommandException(ExitCode.FAILED, sentence);
        }
    }

    /** All of them, before anything is done with the first. */
    static List<Address> parse(List<String> words) throws CommandException {
        List<Address> addresses = new ArrayList<>();
        for (String word : words) {
            addresses.add(parse(word));
        }
        return addresses;
    }
}
