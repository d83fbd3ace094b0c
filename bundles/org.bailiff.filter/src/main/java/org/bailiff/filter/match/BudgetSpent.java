// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

/** Ends a search that takes too long, from within the JDK's regex engine. Never leaves {@link BoundedSearch}. */
final class BudgetSpent extends RuntimeException {
    static final BudgetSpent SIGNAL = new BudgetSpent();

    private static final long serialVersionUID = 1L;

    private BudgetSpent() {
        super("the steps for this search are spent", null, false, false);
    }
}
