// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InUseTest {

    @Test
    void oneTextLeadsToOneObjectWhileItIsInUse() throws RegexSyntaxException {
        Regex first = Regex.of("one of a kind \\d+");

        assertThat(Regex.of("one of a kind \\d+")).isSameAs(first);
        assertThat(Regex.of("one of another kind \\d+")).isNotSameAs(first);
    }

    @Test
    void whatNobodyUsesIsForgotten() {
        InUse<String, Object> objects = new InUse<>();
        Object used = new Object();
        objects.add("used", used);
        for (int number = 0; number < 20_000; number++) {
            if (number % 500 == 0) {
                System.gc();
            }
            objects.add("gone " + number, new Object());
        }

        assertThat(objects.find("used")).containsSame(used);
        assertThat(objects.size()).isLessThan(5_000);
    }

    @Test
    void whatIsUsedIsNeverForgotten() {
        InUse<Integer, Object> objects = new InUse<>();
        List<Object> used = new ArrayList<>();

        IntStream.range(0, 1000).forEach(number -> used.add(objects.get(number, made -> new Object())));

        assertThat(objects.size()).isEqualTo(1000);
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(number -> objects.get(number, made -> new Object()))
                        .toList())
                .isEqualTo(used);
    }

    @Test
    void whoAddsSecondGetsWhatIsThere() {
        InUse<String, Object> objects = new InUse<>();
        Object first = objects.add("one", new Object());

        assertThat(objects.add("one", new Object())).isSameAs(first);
    }
}
