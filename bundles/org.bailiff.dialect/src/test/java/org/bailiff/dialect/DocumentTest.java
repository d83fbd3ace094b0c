// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%(y)s|own",
                "%(Y)s|own",
                "<%(y)s-%(d)s>|<own-default>",
                "%(default/y)s|behind",
                "%(DEFAULT/y)s|behind",
                "%(other/y)s|theirs",
                "%(other/d)s|default",
                "%(OTHER/y)s|theirs",
                "%(indirect)s|(own)",
                "%(default/indirect)s|(own)",
                "%(__name__)s|sshd",
                "%(__name__)s[mode=%(d)s]|sshd[mode=default]",
                "100%%|100%",
                "%%(y)s|%(y)s",
                "<y> <known/y>|<y> <known/y>",
                "%(lines)s|1\\n2",
            })
    void namesAreReplacedByTheirValues(String written, String value) throws DialectException {
        Document document = new Texts()
                .file(
                        "t.conf",
                        "[DEFAULT]",
                        "y = behind",
                        "d = default",
                        "indirect = (%(y)s)",
                        "lines = 1",
                        "  2",
                        "[sshd]",
                        "y = own",
                        "x = " + written,
                        "[other]",
                        "y = theirs")
                .read("t.conf");

        assertThat(document.entry("sshd", "x").orElseThrow().value()).isEqualTo(value.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%(sshd_logg)s|t.conf:4: 'x' refers to %(sshd_logg)s, but [sshd] has no 'sshd_logg'; did you mean"
                        + " sshd_log?",
                "%(zebra)s|t.conf:4: 'x' refers to %(zebra)s, but [sshd] has no 'zebra'; set it there or in [DEFAULT]",
                "%(other/q)s|t.conf:4: 'x' refers to %(other/q)s, but [other] has no 'q'; set it there or in [DEFAULT]",
                "%(known/x)s|t.conf:4: 'x' refers to %(known/x)s, but [sshd] has no 'x' in an earlier file; set it"
                        + " there or in [DEFAULT]",
                "%(x)s|t.conf:4: 'x' refers to itself: x -> x; %(known/x)s is its value in the files before",
                "%(round)s|t.conf:4: 'x' refers to itself: x -> round -> x; %(known/x)s is its value in the files"
                        + " before",
                "5% off|t.conf:4: 'x' has a single %; write %% for it, or %(name)s",
                "%(y|t.conf:4: 'x' has a single %; write %% for it, or %(name)s",
            })
    void aNameThatCannotBeReplacedIsAnErrorWithItsMend(String written, String sentence) throws DialectException {
        Document document = new Texts()
                .file("t.conf", "[DEFAULT]", "sshd_log = /l", "[sshd]", "x = " + written, "round = %(x)s", "[other]")
                .read("t.conf");

        assertThatThrownBy(() -> document.entry("sshd", "x"))
                .isInstanceOf(DialectException.class)
                .hasMessage(sentence);
    }

    @Test
    void anErrorHarmsOnlyThoseWhoAskForTheValue() throws DialectException {
        Document document = new Texts()
                .file("t.conf", "[a]", "bad = %(none)s", "good = 1", "[b]", "good = 2")
                .read("t.conf");

        assertThat(document.entry("a", "good").orElseThrow().value()).isEqualTo("1");
        assertThat(document.entries("b")).extracting(Entry::value).containsExactly("2");
        assertThatThrownBy(() -> document.entries("a")).isInstanceOf(DialectException.class);
    }

    @Test
    void aLaterFileIsOverAnEarlierOneKeyByKey() throws DialectException {
        Document document = new Texts()
                .file("jail.conf", "[DEFAULT]", "bantime = 10m", "[sshd]", "maxretry = 5", "port = 22")
                .file("jail.local", "[sshd]", "maxretry = 3", "[web]", "enabled = true")
                .read("jail.conf", "jail.local");

        assertThat(document.sections()).containsExactly("sshd", "web");
        assertThat(document.entries("sshd"))
                .containsExactly(
                        new Entry("maxretry", "3", new Origin("jail.local", 2)),
                        new Entry("port", "22", new Origin("jail.conf", 5)),
                        new Entry("bantime", "10m", new Origin("jail.conf", 2)));
    }

    @Test
    void knownIsWhatTheFilesBeforeSayAsOftenAsTheyAdd() throws DialectException {
        Document document = new Texts()
                .file("1", "[DEFAULT]", "d = 0", "[a]", "x = 1", "y = of %(x)s")
                .file("2", "[a]", "x = %(known/x)s 2")
                .file("3", "[a]", "x = %(known/x)s 3", "y = %(known/y)s!", "d = %(known/d)s+", "z = %(known/a/x)s")
                .read("1", "2", "3");

        assertThat(document.entry("a", "x").orElseThrow().value()).isEqualTo("1 2 3");
        assertThat(document.entry("a", "y").orElseThrow().value()).isEqualTo("of 1 2 3!");
        assertThat(document.entry("a", "d").orElseThrow().value()).isEqualTo("0+");
        assertThat(document.entry("a", "z").orElseThrow().value()).isEqualTo("1 2");
    }

    @Test
    void knownIsWhatAllSectionsHaveWhereNoFileBeforeSaysAnythingOfThisOne() throws DialectException {
        Document document = new Texts()
                .file("1", "[DEFAULT]", "x = 1", "[a]", "x = %(known/x)s a")
                .file("2", "[DEFAULT]", "x = %(known/x)s 2")
                .read("1", "2");

        assertThat(document.entry("a", "x").orElseThrow().value()).isEqualTo("1 2 a");
    }

    @Test
    void includesAreReadBeforeAndAfterTheirFileEachWithItsLocal() throws DialectException {
        Document document = new Texts()
                .file(
                        "x.conf",
                        "[INCLUDES]",
                        "before = b.conf",
                        "after = none.local",
                        "  a.conf",
                        "[s]",
                        "k = %(known/k)s x")
                .file("b.conf", "[s]", "k = b")
                .file("b.local", "[s]", "k = %(known/k)s blocal")
                .file("a.conf", "[s]", "k = %(known/k)s a")
                .read("x.conf");

        assertThat(document.entry("s", "k").orElseThrow().value()).isEqualTo("b blocal x a");
        assertThat(document.sections()).containsExactly("s");
    }

    @Test
    void aFileThatIsNamedTwiceIsReadOnce() throws DialectException {
        Document document = new Texts()
                .file("x.conf", "[INCLUDES]", "after = x.local", "[s]", "k = 1")
                .file("x.local", "[s]", "k = %(known/k)s 2")
                .read("x.conf", "x.local");

        assertThat(document.entry("s", "k").orElseThrow().value()).isEqualTo("1 2");
    }

    @Test
    void aMissingIncludeIsAnErrorUnlessItIsLocal() {
        Texts texts = new Texts().file("x.conf", "[INCLUDES]", "before = common.conf");

        assertThatThrownBy(() -> texts.read("x.conf"))
                .isInstanceOf(DialectException.class)
                .hasMessage("x.conf:2: there is no 'common.conf' to include; create it, or remove it from 'before'");
    }

    @Test
    void filesThatIncludeEachOtherAreNamed() {
        Texts texts = new Texts()
                .file("x.conf", "[INCLUDES]", "before = y.conf")
                .file("y.conf", "[INCLUDES]", "after = x.conf");

        assertThatThrownBy(() -> texts.read("x.conf"))
                .isInstanceOf(DialectException.class)
                .hasMessage(
                        "y.conf:2: files include each other: x.conf -> y.conf -> x.conf; remove one of the includes");
    }

    @Test
    void aValueThatDoublesAndDoublesIsStopped() throws DialectException {
        Document document = new Texts().file("t.conf", doubling("0123456789")).read("t.conf");
        Document empty = new Texts().file("t.conf", doubling("")).read("t.conf");

        assertThatThrownBy(() -> document.entry("a", "x40")).hasMessageContaining("too long or too deep");
        assertThatThrownBy(() -> empty.entry("a", "x40")).hasMessageContaining("too long or too deep");
        assertThat(document.entry("a", "x4").orElseThrow().value()).hasSize(160);
    }

    private static String[] doubling(String first) {
        String[] lines = new String[42];
        lines[0] = "[a]";
        lines[1] = "x0 = " + first;
        for (int number = 1; number <= 40; number++) {
            String before = "%(x" + (number - 1) + ")s";
            lines[number + 1] = "x" + number + " = " + before + before;
        }
        return lines;
    }

    @Test
    void theKeysThatOtherValuesUseAreKnown() throws DialectException {
        Document document = new Texts()
                .file("t.conf", "[DEFAULT]", "action_ = xt[port=%(Port)s]", "[a]", "action = %(default/action_)s 5%%")
                .read("t.conf");

        assertThat(document.interpolatedKeys()).containsExactlyInAnyOrder("port", "action_");
    }

    @Test
    void ownEntriesAreThoseOfTheSectionAloneAsWritten() throws DialectException {
        Document document = new Texts()
                .file("t.conf", "[DEFAULT]", "d = 1", "[a]", "x = %(d)s")
                .read("t.conf");

        assertThat(document.ownEntries("a")).containsExactly(new Entry("x", "%(d)s", new Origin("t.conf", 4)));
        assertThat(document.ownEntries("DEFAULT")).extracting(Entry::key).isEqualTo(List.of("d"));
        assertThat(document.ownEntries("none")).isEmpty();
        assertThat(document.hasSection("none")).isFalse();
        assertThat(document.hasSection("DEFAULT")).isTrue();
    }
}
