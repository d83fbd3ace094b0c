// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | OPENMETRICS",
                "application/openmetrics-text; version=1.0.0; charset=utf-8 | OPENMETRICS",
                "APPLICATION/OpenMetrics-Text | OPENMETRICS",
                "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,text/plain;version=0.0.4;q=0.3 | OPENMETRICS",
                "application/openmetrics-text;version=1.0.0;q=0.2,text/plain;version=0.0.4;q=0.5 | PROMETHEUS",
                "application/openmetrics-text;version=0.0.1 | PROMETHEUS",
                "application/openmetrics-text;q=0 | PROMETHEUS",
                "application/openmetrics-text;q=nonsense | PROMETHEUS",
                "text/html,*/* | PROMETHEUS",
                "application/json | PROMETHEUS",
                ",;,=; | PROMETHEUS",
            })
    void aCallerGetsTheFormThatItPrefersAndReads(String accept, Form form) {
        assertThat(Form.preferred(accept)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "OPENMETRICS,application/openmetrics-text; version=1.0.0; charset=utf-8",
        "PROMETHEUS,text/plain; version=0.0.4; charset=utf-8"
    })
    void aFormSaysWhatItIs(Form form, String contentType) {
        assertThat(form.contentType()).isEqualTo(contentType);
        assertThat(Form.preferred(contentType)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource("''")
    void whoSaysNothingGetsWhatEverybodyReads(String accept) {
        assertThat(Form.preferred(accept)).isEqualTo(Form.PROMETHEUS);
    }
}
