// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.automaton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives registers their numbers, in the order in which branches have them: states that differ in nothing else are one.
 * Used for one state.
 */
final class Registers {
    /** How many there are. */
    static final int MOST = 256;
    /** One that nobody reads. */
    static final int UNREAD = 0;
    /** For what is read before it can be set. */
    private static final int SPARE = MOST - 1;

    /** By the number that a register had before, or {@link Branch#HERE}. */
    private final Map<Integer, Integer> numbers = new HashMap<>();

    Branch renumbered(Branch branch) {
        return branch.noting(branch.registers().stream().map(this::number).toList());
    }

    private int number(int register) {
        if (register == Branch.UNSET) {
            return register;
        }
        Integer number = numbers.get(register);
        if (number == null) {
            number = numbers.size() + 1;
            if (number == SPARE) {
                throw new Effort.Spent();
            }
            numbers.put(register, number);
        }
        return number;
    }

    /** As {@link Edge#moves}. */
    int[] moves() {
        Map<Integer, Integer> open = new HashMap<>();
        numbers.forEach((from, to) -> {
            if (!from.equals(to)) {
                open.put(to, from);
            }
        });
        List<Integer> moves = new ArrayList<>();
        while (!open.isEmpty()) {
            int to = next(open);
            int from = open.remove(to);
            if (open.containsValue(to)) {
                // All that are left are read by others: one steps aside.
                moves.add(SPARE);
                moves.add(to);
                open.replaceAll((other, source) -> source == to ? SPARE : source);
            }
            moves.add(to);
            moves.add(from);
        }
        return moves.stream().mapToInt(Integer::intValue).toArray();
    }

    /** One that no other reads, if there is one. */
    private static int next(Map<Integer, Integer> open) {
        return open.keySet().stream()
                .filter(register -> !open.containsValue(register))
                .findFirst()
                .orElseGet(() -> open.keySet().iterator().next());
    }
}
