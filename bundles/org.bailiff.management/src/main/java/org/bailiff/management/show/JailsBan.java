// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.util.List;
import java.util.stream.Stream;
import org.bailiff.api.Ban;
import org.bailiff.api.action.Proof;
import org.bailiff.api.jail.Jail;

/** A ban, and the jail that can show what is behind it. */
public record JailsBan(Jail jail, Ban ban) {

    /** Those of the jails in their order. Asks one jail after the other, as far as the caller needs. */
    public static Stream<JailsBan> of(List<Jail> jails) {
        return jails.stream().flatMap(jail -> jail.bans().stream().map(ban -> new JailsBan(jail, ban)));
    }

    List<Proof> proofs() {
        return jail.prove(ban.target());
    }
}
