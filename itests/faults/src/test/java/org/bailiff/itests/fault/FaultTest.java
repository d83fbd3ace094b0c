// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultTest {
    private static final String TEXT =
            """
            Two are one.
            file: src/main/java/Sum.java
            caught by: SumTest
            --- instead of
            return 2;
            +++ stands
            return 1;
            --- instead of
            int spare;
            +++ stands
            """;

    private static Fault fault() {
        return Fault.of(Path.of("sum.fault"), TEXT.lines().toList());
    }

    @Test
    void saysWhatItIsAndWhereAndWhoCatchesIt() {
        Fault fault = fault();

        assertThat(fault).hasToString("Two are one.");
        assertThat(fault.file()).isEqualTo(Path.of("src/main/java/Sum.java"));
        assertThat(fault.key("caught by")).isEqualTo("SumTest");
    }

    @Test
    void replacesItsLinesWhateverTheyAreIndentedBy() {
        String faulty = fault().builtInto(List.of("int two() {", "    return 2;", "}", "    int spare;"));

        assertThat(faulty).isEqualTo("int two() {\nreturn 1;\n}\n");
    }

    @Test
    void saysThatTheSourceHasDrifted() {
        assertThatThrownBy(() -> fault().builtInto(List.of("return two;", "int spare;")))
                .hasMessageContaining("sum.fault does not fit src/main/java/Sum.java any more")
                .hasMessageContaining("0 times");
        assertThatThrownBy(() -> fault().builtInto(List.of("return 2;", "return 2;", "int spare;")))
                .hasMessageContaining("2 times");
    }

    @Test
    void namesTheLineThatIsMissing() {
        assertThatThrownBy(() -> fault().key("bundle")).hasMessage("sum.fault: a line 'bundle: ...' is missing");
    }

    @Test
    void refusesWhatSaysNothingToReplace() {
        assertThatThrownBy(() -> Fault.of(Path.of("bad.fault"), List.of("Bad.", "--- instead of", "+++ stands")))
                .hasMessageContaining("bad.fault");
        assertThatThrownBy(() -> Fault.of(Path.of("bad.fault"), List.of("Bad.", "nonsense", "--- instead of")))
                .hasMessageContaining("'nonsense' is not 'key: value'");
    }
}
