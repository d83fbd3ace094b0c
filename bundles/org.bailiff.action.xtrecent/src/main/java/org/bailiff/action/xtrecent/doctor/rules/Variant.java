// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

/** What stands behind the programs' names: a kernel has rules of both at once, and each program shows its own. */
enum Variant {
    LEGACY("-legacy"),
    NFT("-nft"),
    /** Whatever the host has, where it does not tell. */
    UNNAMED("");

    private final String suffix;

    Variant(String suffix) {
        this.suffix = suffix;
    }

    /** The program that changes rules. */
    String program(Family family) {
        return family.program() + suffix;
    }

    /**
     * The program that prints rules. Unlike {@code -S} and {@code -L} it never makes the tables that it looks at, nor
     * loads their modules.
     */
    String saveProgram(Family family) {
        return program(family) + "-save";
    }
}
