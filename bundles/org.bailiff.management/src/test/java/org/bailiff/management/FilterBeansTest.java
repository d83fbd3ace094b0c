// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import javax.management.JMException;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;

class FilterBeansTest {
    private static final String TEXT = "[Definition]\nfailregex = ^a \\d+ <HOST>$\n            ^b\\\\n$\n";

    private final Tree tree = new Tree();

    private String library(String operation, Object... arguments) throws JMException {
        return tree.answer(BeanNames.FILTER_LIBRARY, operation, arguments);
    }

    @Test
    void onlyFiltersThatSomebodyCaresForHaveABean() {
        tree.filters.with("mine", "deployed by alice", 1, true);
        tree.filters.with("wrong", "library", 1, false).refusing("wrong", "etc/filter.d/wrong.conf", FakeJail.NOW);
        tree.lookout.look();

        assertThat(tree.names())
                .contains(Tree.SSHD_FILTER, BeanNames.filter("mine"), BeanNames.filter("wrong"))
                .doesNotContain(BeanNames.filter("unused"));

        tree.filters.statuses.remove("mine");
        tree.lookout.look();

        assertThat(tree.names()).doesNotContain(BeanNames.filter("mine"));
    }

    @Test
    void aFiltersNumbersAreThoseOfTheJailsThatUseIt() throws JMException {
        assertThat(tree.get(Tree.SSHD_FILTER, "JailsCurrent")).isEqualTo(2);
        assertThat(tree.get(Tree.SSHD_FILTER, "MatchesTotal")).isEqualTo(34L);
        assertThat(tree.get(Tree.SSHD_FILTER, "MissesTotal")).isEqualTo(38L);
        assertThat(tree.get(Tree.SSHD_FILTER, "MatchMicrosP99")).isEqualTo(20.5);
        assertThat(tree.get(Tree.SSHD_FILTER, "Origin")).isEqualTo("library");
        assertThat(tree.get(Tree.SSHD_FILTER, "Revision")).isEqualTo(1L);
        assertThat(tree.get(Tree.SSHD_FILTER, "State")).isEqualTo("IN_FORCE");

        tree.sshd.filter = "other";
        tree.lookout.look();

        assertThat(tree.get(Tree.SSHD_FILTER, "JailsCurrent")).isEqualTo(1);
        assertThat(tree.get(Tree.SSHD_FILTER, "MatchesTotal")).isEqualTo(34L);
        assertThat(tree.get(BeanNames.filter("other"), "State")).isEqualTo("MISSING");
        assertThat(tree.get(BeanNames.filter("other"), "StateReason"))
                .asString()
                .contains("put one into etc/filter.d");
    }

    @Test
    void whatWasRefusedIsShownWithThePlaceAndWhatIsWrong() throws JMException {
        tree.filters.refusing("sshd", "etc/filter.d/sshd.conf", FakeJail.NOW);
        tree.lookout.look();

        assertThat(tree.get(Tree.SSHD_FILTER, "State")).isEqualTo("REFUSED");
        assertThat(tree.get(Tree.SSHD_FILTER, "Healthy")).isEqualTo(0);
        assertThat(tree.get(Tree.SSHD_FILTER, "StateReason"))
                .isEqualTo(
                        "etc/filter.d/sshd.conf was not taken: " + "<html>etc:12: error: failregex 1 does not compile");
        assertThat(tree.get(BeanNames.FILTER_LIBRARY, "RefusedCurrent")).isEqualTo(1);
        assertThat(library("listFiltersText", 0)).contains("sshd.conf was not taken", "filters: 2");
    }

    @Test
    void filtersAreATableForMachines() throws JMException {
        TabularData table = (TabularData) tree.invoke(BeanNames.FILTER_LIBRARY, "listFilters", 0, 0);

        assertThat(table.size()).isEqualTo(2);
        assertThat(table.get(new Object[] {"sshd"}).get("jails")).isEqualTo(2);
        assertThat(table.get(new Object[] {"unused"}).get("deployed")).isEqualTo(false);
    }

    @Test
    void aFiltersRulesAreListedWithTheirNumbers() throws JMException {
        assertThat(tree.answer(Tree.SSHD_FILTER, "listRulesText").lines())
                .containsExactly(
                        "prefregex 1: ^<F-CONTENT>.+</F-CONTENT>$",
                        "failregex 1: ^refused <HOST>$",
                        "failregex 2: ^failed (?P<user>\\S+) <HOST>$",
                        "ignoreregex 1: ^ok$",
                        "datepattern 1: %Y-%m-%d",
                        "maxlines 2");
    }

    @Test
    void aFilterThatNeedsAJailsParametersSaysSo() throws JMException {
        tree.compiler.compiles = false;

        assertThat(tree.answer(Tree.SSHD_FILTER, "testLine", "a line"))
                .isEqualTo("the filter does not compile without a jail's parameters: "
                        + "sshd.conf:7: failregex needs a parameter");
    }

    @Test
    void aTextIsDeployedInEachOfTheFormsThatClientsCanSend() throws JMException {
        String oneLine = "[Definition]\\nfailregex = ^a \\d+ <HOST>$\\n            ^b\\\\n$\\n";
        String base64 = "base64:" + Base64.getEncoder().encodeToString(TEXT.getBytes());
        String expected = "deploy mine false by alice (jmx-local) " + TEXT;

        assertThat(library("deploy", " mine ", TEXT, false)).isEqualTo("mine is in force");
        library("deploy", "mine", oneLine, false);
        library("deploy", "mine", base64, false);
        library("deploy", "mine", TEXT.replace("\n", "\r\n"), false);

        assertThat(tree.filters.calls).containsExactly(expected, expected, expected, expected);
    }

    @Test
    void whatIsDeployedHasABeanAndItsTextCanBeReadBack() throws JMException {
        library("deploy", "mine", TEXT, false);
        tree.lookout.look();

        assertThat(tree.get(BeanNames.filter("mine"), "Origin")).isEqualTo("deployed by alice (jmx-local)");
        assertThat(library("getText", "mine")).isEqualTo("# deployed by alice (jmx-local):mine.conf\n" + TEXT);
        assertThat(library("getText", "String")).isEqualTo("'String' is not a filter's name; e.g. sshd");
        assertThat(library("getText", "none")).startsWith("there is no filter 'none'; listFiltersText");
    }

    @Test
    void whatIsRefusedIsAnErrorUnlessItWasOnlyAsked() throws JMException {
        String broken = TEXT + "# broken\n";

        assertThat(library("validate", "mine", broken))
                .isEqualTo("mine is not taken\nmine.conf:2: error: failregex 1 is <broken>");
        assertThat(library("deploy", "mine", broken, true)).startsWith("mine is not taken\n");
        assertThatThrownBy(() -> tree.invoke(BeanNames.FILTER_LIBRARY, "deploy", "mine", broken, false))
                .isInstanceOf(RuntimeMBeanException.class)
                .hasRootCauseMessage("mine is not taken; mine.conf:2: error: failregex 1 is <broken>");
    }

    @Test
    void rollbackAndUndeployAreDryUnlessToldOtherwise() throws JMException {
        assertThat(library("rollback", "mine", true)).isEqualTo("mine could be in force");
        assertThat(library("rollback", "mine", false)).isEqualTo("mine is in force");
        library("undeploy", "mine", false);

        assertThat(tree.filters.calls)
                .containsExactly(
                        "rollback mine true by alice (jmx-local)",
                        "rollback mine false by alice (jmx-local)",
                        "undeploy mine false by alice (jmx-local)");
    }

    @Test
    void withoutTheServicesTheBeansSayWhatIsMissing() throws JMException {
        tree.servicesPresent = false;
        tree.lookout.look();

        Map<String, String> answers = Map.of(
                "rollback", library("rollback", "sshd", true),
                "list", library("listFiltersText", 0),
                "test", tree.answer(Tree.SSHD_FILTER, "testLine", "a line"),
                "reason", (String) tree.get(Tree.SSHD_FILTER, "StateReason"));

        assertThat(answers.values()).allMatch(answer -> answer.contains("bundle org.bailiff.filter.admission"));
        assertThat(tree.get(Tree.SSHD_FILTER, "MatchesTotal")).isEqualTo(34L);
    }
}
