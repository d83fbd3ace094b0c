// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.Matcher;
import org.bailiff.filter.TextDefinition;
import org.junit.jupiter.api.Test;

class SievesInUseTest {
    private static LiteralSieve make(List<Need> needs) {
        return LiteralSieve.of(List.of());
    }

    @Test
    void jailsWithTheSameFilterShareOne() throws FilterException {
        Matcher first = TextDefinition.compile("[Definition]", "failregex = ^Failed <ADDR>$");
        Matcher second = TextDefinition.compile("[Definition]", "failregex = ^Failed <ADDR>$");
        Matcher other = TextDefinition.compile("[Definition]", "failregex = ^Denied <ADDR>$");

        assertThat(LiteralSieve.of(List.of(first))).isSameAs(LiteralSieve.of(List.of(second)));
        assertThat(LiteralSieve.of(List.of(first))).isNotSameAs(LiteralSieve.of(List.of(other)));
        assertThat(LiteralSieve.of(List.of(first, other))).isNotSameAs(LiteralSieve.of(List.of(other, first)));
    }

    @Test
    void whatIsUsedIsNeverForgotten() {
        SievesInUse sieves = new SievesInUse();
        List<LiteralSieve> used = new ArrayList<>();
        List<List<Need>> needs = IntStream.range(0, 1000)
                .mapToObj(number -> List.of(new Need(List.of(Set.of("text " + number)))))
                .toList();

        needs.forEach(need -> used.add(sieves.get(need, SievesInUseTest::make)));

        assertThat(sieves.size()).isEqualTo(1000);
        assertThat(needs.stream()
                        .map(need -> sieves.get(need, SievesInUseTest::make))
                        .toList())
                .isEqualTo(used);
    }
}
