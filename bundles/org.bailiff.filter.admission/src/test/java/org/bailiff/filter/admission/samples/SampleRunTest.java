// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.filter.admission.WordCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleRunTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** A definition of files with these texts. */
    private record Texts(List<String> texts) implements FilterDefinition {
        @Override
        public String name() {
            return "x";
        }

        @Override
        public String origin() {
            return "x.conf";
        }

        @Override
        public List<DefinitionFile> files() {
            return texts.stream()
                    .map(text -> new DefinitionFile(texts.indexOf(text) == 0 ? "x.conf" : "x.local", text))
                    .toList();
        }

        @Override
        public Optional<DefinitionFile> include(String fileName) {
            return Optional.empty();
        }
    }

    private static SampleRun.Outcome run(String... texts) {
        return SampleRun.of(new Texts(Arrays.asList(texts)), new WordCompiler(), NOW);
    }

    private static List<String> problems(String section) {
        return run("FAIL\n[Samples]\n" + section).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missed: OK 192.0.2.7",
                "missed:",
                "ignored: FAIL 192.0.2.7 ignored",
                "helper: FAIL 192.0.2.7 helper",
                "failure 192.0.2.7: FAIL 192.0.2.7",
                "failure 192.0.2.7 x2: FAIL 192.0.2.7",
                "failure 192.0.2.7 user=root: FAIL 192.0.2.7 root",
                "failure 192.0.2.7 x2 user=root: FAIL 192.0.2.7 root",
                "failure 2001:db8::7: FAIL 2001:db8::7",
                "failure 2001:db8:0:0::7: FAIL 2001:db8::7",
                "failure somebody: FAIL somebody"
            })
    void aSampleThatComesOutAsItSaysIsRight(String sample) {
        SampleRun.Outcome outcome = run("FAIL\n[Samples]\na =\n    " + sample + "\n");

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.right()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "missed: FAIL 192.0.2.7|missed|failure 192.0.2.7 x2",
                "ignored: FAIL 192.0.2.7|ignored|failure 192.0.2.7 x2",
                "helper: OK|helper|missed",
                "failure 192.0.2.8: FAIL 192.0.2.7|failure 192.0.2.8|failure 192.0.2.7 x2",
                "failure 192.0.2.7 x3: FAIL 192.0.2.7|failure 192.0.2.7 x3|failure 192.0.2.7 x2",
                "failure 192.0.2.7 user=eve: FAIL 192.0.2.7 bob|failure 192.0.2.7 user=eve|failure 192.0.2.7 x2 user=bob"
            })
    void oneThatDoesNotIsAnErrorWithItsPlaceAndBothVerdicts(String sample, String expected, String found) {
        assertThat(problems("a =\n    " + sample))
                .containsExactly("x.conf:4: error: this sample is to be '" + expected + "', and is '" + found + "': "
                        + sample.substring(sample.indexOf(": ") + 2));
    }

    @Test
    void whatWasCutOffProvesNothingEachTime() {
        assertThat(problems("a =\n    missed: a long line\n    missed: short\n    missed: as long"))
                .containsExactly(
                        "x.conf:4: error: failregex 1 takes too many steps for this sample and was cut off; write it so"
                                + " that it has less to try: a long line",
                        "x.conf:6: error: failregex 1 takes too many steps for this sample and was cut off; write it so"
                                + " that it has less to try: as long");
    }

    @Test
    void aLineIsTakenAsItIsWrittenThoughTheDialectWouldReadItOtherwise() {
        assertThat(problems("a =\n    failure 192.0.2.7;x%(y)s: FAIL 192.0.2.7;x%(y)s ; PWD=/root"))
                .isEmpty();
    }

    @Test
    void eachKeyMayHaveParametersOfItsOwn() {
        SampleRun.Outcome outcome = run("needs mode\n[Samples]\na[mode=\"x, [y]\"] =\n    missed: nothing\n");

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.right()).isEqualTo(1);
    }

    @Test
    void whatDoesNotCompileForAStreamIsToldOnceWhereItIs() {
        String streams = "a =\n    missed: nothing\nb[more=x] = missed: nothing\n";

        assertThat(run("needs mode\n[Samples]\n" + streams).problems().stream().map(Problem::toString))
                .containsExactly("x.conf:3: error: there is no <mode> (tried for the samples 'a' of line 3)");
    }

    @Test
    void otherSectionsAndCommentsAreLeftAlone() {
        SampleRun.Outcome outcome =
                run("FAIL\n[Samples]\n# nothing\na =\n\n    # nor here\n    missed: OK\n[Init]\nb =\n  c\n");

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.right()).isEqualTo(1);
    }

    @Test
    void aLaterFilesStreamCountsInTheEarliersPlace() {
        SampleRun.Outcome outcome =
                run("FAIL\n[Samples]\na =\n    ignored: no\nb = missed: yes\n", "[Samples]\na =\n    missed: yes\n");

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.right()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "    missed: x|x.conf:3: error: a sample stands above any key",
                "a|x.conf:3: error: 'a' is no key of [Samples]",
                "a[b =|x.conf:3: error: 'a[b =' is no key of [Samples]",
                "a = seldom: x|x.conf:3: error: a sample is VERDICT: LINE",
                "a = failure: x|x.conf:3: error: a sample is VERDICT: LINE",
                "a = failure 192.0.2.7 x0: x|x.conf:3: error: a sample is VERDICT: LINE",
                "a = just a line|x.conf:3: error: a sample is VERDICT: LINE"
            })
    void whatIsNotInTheFormIsAnErrorWithItsPlace(String line, String problem) {
        // Leading blanks are a part of the case, which a table would strip.
        String written = problem.contains("above any key") ? "    missed: x" : line;

        assertThat(problems(written)).singleElement().asString().startsWith(problem);
    }

    @Test
    void aStreamThatStandsTwiceIsAnError() {
        assertThat(problems("a = missed: x\na[b=c] = missed: y"))
                .singleElement()
                .asString()
                .startsWith("x.conf:4: error: 'a' stands twice");
    }

    @Test
    void hostileTextOfALineIsShownSafely() {
        assertThat(problems("a = ignored: \u001b[31mred"))
                .singleElement()
                .asString()
                .doesNotContain("\u001b")
                .contains("31mred");
    }

    @Test
    void moreSamplesThanAnybodyWaitsForAreRefused() {
        String many = "    missed: x\n".repeat(SampleReader.MOST_SAMPLES + 1);

        assertThat(problems("a =\n" + many)).singleElement().asString().contains("leave some out");
    }
}
