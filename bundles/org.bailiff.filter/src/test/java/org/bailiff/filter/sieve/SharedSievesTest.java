// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.Matcher;
import org.bailiff.filter.TextDefinition;
import org.junit.jupiter.api.Test;

class SharedSievesTest {
    @Test
    void jailsWithTheSameFilterShareOne() throws FilterException {
        Matcher first = TextDefinition.compile("[Definition]", "failregex = ^Failed <ADDR>$");
        Matcher second = TextDefinition.compile("[Definition]", "failregex = ^Failed <ADDR>$");
        Matcher other = TextDefinition.compile("[Definition]", "failregex = ^Denied <ADDR>$");

        assertThat(LiteralSieve.of(List.of(first))).isSameAs(LiteralSieve.of(List.of(second)));
        assertThat(LiteralSieve.of(List.of(first))).isNotSameAs(LiteralSieve.of(List.of(other)));
        assertThat(LiteralSieve.of(List.of(first, other))).isNotSameAs(LiteralSieve.of(List.of(other, first)));
    }
}
