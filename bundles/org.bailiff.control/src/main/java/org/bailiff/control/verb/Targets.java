// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/** Reads addresses and networks that a caller wrote. Whether a network may be banned is a jail's to say. */
final class Targets {
    private Targets() {}

    /**
     * The address or network that the word writes.
     *
     * @throws CommandException if it writes neither
     */
    static Network parse(String word) throws CommandException {
        try {
            return Network.parse(word);
        } catch (IllegalArgumentException junk) {
            throw new CommandException(ExitCode.FAILED, junk.getMessage() + ".");
        }
    }

    /** All of them, before anything is done with the first. */
    static List<Network> parse(List<String> words) throws CommandException {
        List<Network> targets = new ArrayList<>();
        for (String word : words) {
            targets.add(parse(word));
        }
        return targets;
    }

    /**
     * The address that the word writes.
     *
     * @throws CommandException if it writes none
     */
    static Address address(String word) throws CommandException {
        Optional<Network> target = Network.tryParse(word);
        if (target.isPresent() && !target.get().isSingle()) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "'" + target.get() + "' is a network; ask for one address of it, e.g. "
                            + target.get().base() + ", or list its bans with 'bailiff banned " + target.get() + "'.");
        }
        try {
            return target.isPresent() ? target.get().base() : Address.parse(word);
        } catch (IllegalArgumentException junk) {
            throw new CommandException(ExitCode.FAILED, junk.getMessage() + ".");
        }
    }

    /** Of two networks that have an address in common, one holds the other. */
    static boolean overlap(Network one, Network other) {
        return one.contains(other.base()) || other.contains(one.base());
    }
}
