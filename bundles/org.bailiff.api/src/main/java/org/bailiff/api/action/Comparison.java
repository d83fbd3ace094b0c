// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.action;

import java.util.List;

/**
 * What should be in force against what is.
 *
 * @param wanted how many targets should be kept out
 * @param found how many of them are, by a look made for this
 * @param differences one sentence each; the first thousand at most
 * @param mended whether the differences were put right, as far as that is possible
 */
public record Comparison(long wanted, long found, List<String> differences, boolean mended) {
    public Comparison {
        differences = List.copyOf(differences);
    }
}
