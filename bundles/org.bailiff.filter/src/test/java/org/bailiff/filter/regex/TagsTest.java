// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {

    private static String captured(String regex, String group, String text) throws RegexSyntaxException {
        Regex compiled = Regex.of(Tags.writeOut(regex));
        Matcher matcher = compiled.pattern().matcher(text);
        return matcher.find() ? matcher.group(compiled.groups().get(group)) : null;
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, ip4, 192.0.2.1",
        "::ffff:192.0.2.1, ip4, 192.0.2.1",
        "2001:db8::1, ip6, 2001:db8::1",
        "[2001:db8::1], ip6, 2001:db8::1",
        "2001:db8:0:0:0:0:0:1, ip6, 2001:db8:0:0:0:0:0:1",
        "::1, ip6, ::1",
        "fe80::1%eth0, ip6, fe80::1",
    })
    void addrTakesLiteralAddresses(String text, String group, String address) throws RegexSyntaxException {
        assertThat(captured("^from <ADDR> port$", group, "from " + text + " port"))
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host.example.org", "192.0.2", "192.0.2.1.example.org", "g::1", "12", "::"})
    void addrTakesNothingElse(String text) throws RegexSyntaxException {
        assertThat(captured("^from <ADDR> port$", "ip4", "from " + text + " port"))
                .isNull();
        assertThat(captured("^from (?P<all><ADDR>) port$", "all", "from " + text + " port"))
                .isNull();
    }

    @Test
    void aColonBehindAnAddressIsNotPartOfIt() throws RegexSyntaxException {
        assertThat(captured("^<ADDR>: no$", "ip6", "2001:db8::1: no")).isEqualTo("2001:db8::1");
    }

    @Test
    void hostTakesNamesToo() throws RegexSyntaxException {
        assertThat(captured("^from <HOST>$", "dns", "from a-b.example.org")).isEqualTo("a-b.example.org");
        assertThat(captured("^from <HOST>$", "ip4", "from 192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void fieldsCaptureWhatStandsWithin() throws RegexSyntaxException {
        assertThat(captured("^<F-ALT_USER1>\\w+</F-ALT_USER1> x", "alt_user1", "me x"))
                .isEqualTo("me");
        assertThat(captured("^<F-NOFAIL/>x", "nofail", "x")).isEmpty();
        assertThat(captured("^id=<F-ID>$", "fid", "id=7")).isEqualTo("7");
        assertThat(captured("^<F-ID>[^:]+</F-ID>:", "fid", "7:")).isEqualTo("7");
        assertThat(captured("^net <SUBNET>", "cidr", "net 192.0.2.0/24")).isEqualTo("24");
    }

    @Test
    void wordsThatAreNoTagsStay() throws RegexSyntaxException {
        assertThat(Tags.writeOut("<html><BR></x>")).isEqualTo("<html><BR></x>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<F-THING>x", "<F-COLOUR> <ADDR>"})
    void whatIsNotOfferedIsRefusedWithTheMend(String regex) {
        assertThatThrownBy(() -> Tags.writeOut(regex)).isInstanceOf(RegexSyntaxException.class);
    }
}
