// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageLineTest {
    private static final Instant ARRIVAL = Instant.parse("2026-11-26T10:00:00Z");
    private static final String NONE = "none";

    private final MessageLine line = new MessageLine(ZoneId.of("Europe/Berlin"));

    private Optional<Instant> become(String message) {
        byte[] bytes = ("##" + message + "##").getBytes(StandardCharsets.ISO_8859_1);
        return line.become(bytes, 2, bytes.length - 2, "192.0.2.9", ARRIVAL);
    }

    private String text() {
        return new String(line.bytes(), StandardCharsets.ISO_8859_1);
    }

    /** Written with ' for a quote, as \n and the like for control characters, and in Latin-1. */
    private static String unescaped(String text) {
        return text.translateEscapes().replace('\'', '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                // The examples of the two documents.
                "<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8 ~ 2026-10-11T20:14:15Z"
                        + " ~ mymachine su: 'su root' failed for lonvick on /dev/pts/8",
                "Use the BFG! ~ none ~ 192.0.2.9 Use the BFG!",
                "<165>Aug 24 05:34:00 CST 1987 mymachine myproc[10]: %% It's time ~ 2026-08-24T03:34:00Z"
                        + " ~ CST 1987 mymachine myproc[10]: %% It's time",
                "<0>1990 Oct 22 10:52:01 TZ-6 scapegoat.dmz.example.org 10.1.2.3 sched[0]: That's All ~ none"
                        + " ~ 192.0.2.9 1990 Oct 22 10:52:01 TZ-6 scapegoat.dmz.example.org 10.1.2.3 sched[0]: That's All",
                "<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - \\xef\\xbb\\xbf'su root' failed"
                        + " ~ 2003-10-11T22:14:15.003Z ~ mymachine.example.com su: 'su root' failed",
                "<165>1 2003-08-24T05:14:15.000003-07:00 192.0.2.1 myproc 8710 - - %% time ~ 2003-08-24T12:14:15.000003Z"
                        + " ~ 192.0.2.1 myproc[8710]: %% time",
                "<165>1 2003-10-11T22:14:15.003Z h evntslog - ID47 [exampleSDID@32473 iut='3' eventSource='A'] An event"
                        + " ~ 2003-10-11T22:14:15.003Z ~ h evntslog: An event",
                "<165>1 2003-10-11T22:14:15.003Z h evntslog - ID47 [exampleSDID@32473 iut='3'][examplePriority@32473 class='high']"
                        + " ~ 2003-10-11T22:14:15.003Z ~ h evntslog:",
                // What rsyslog sends: the old form, the precise one of its forwarding, and RFC 5424.
                "<38>Nov 26 10:59:58 web1 sshd[4711]: Failed password for root from 198.51.100.7 port 22 ssh2"
                        + " ~ 2026-11-26T09:59:58Z ~ web1 sshd[4711]: Failed password for root from 198.51.100.7 port 22 ssh2",
                "<38>2026-11-26T10:59:58.123456+01:00 web1 sshd[4711]: Failed ~ 2026-11-26T09:59:58.123456Z ~ web1 sshd[4711]: Failed",
                "<38>1 2026-11-26T10:59:58.123456+01:00 web1 sshd 4711 - - Failed ~ 2026-11-26T09:59:58.123456Z ~ web1 sshd[4711]: Failed",
                // What programs on the host itself send, which leave out the host.
                "<38>Nov 26 10:59:58 sshd[4711]: Failed ~ 2026-11-26T09:59:58Z ~ 192.0.2.9 sshd[4711]: Failed",
                "<38>Nov 26 10:59:58 kernel: [ 1.2] x ~ 2026-11-26T09:59:58Z ~ 192.0.2.9 kernel: [ 1.2] x",
                "<38>Nov 26 10:59:58 2001:db8::7 sshd[1]: x ~ 2026-11-26T09:59:58Z ~ 2001:db8::7 sshd[1]: x",
                "<38>sshd[4711]: Failed ~ none ~ 192.0.2.9 sshd[4711]: Failed",
                // Line ends and NUL bytes behind a message, and a mark before it.
                "<38>Nov 26 10:59:58 h a: x\\r\\n\\000 ~ 2026-11-26T09:59:58Z ~ h a: x",
                "\\xef\\xbb\\xbf<38>Nov 26 10:59:58 h a: x ~ 2026-11-26T09:59:58Z ~ h a: x",
            })
    void aMessageIsTheLineThatAFileWouldHold(String message, String time, String expected) {
        Optional<Instant> said =
                become(unescaped(message.replaceAll("\\\\x(..)", "$1").equals(message) ? message : hex(message)));

        assertThat(text().strip()).isEqualTo(unescaped(expected));
        assertThat(text()).startsWith(" ");
        assertThat(said.map(Instant::toString).orElse(NONE)).isEqualTo(time);
    }

    /** {@code \xHH}, which Java does not know, as the octal form that it knows. */
    private static String hex(String text) {
        StringBuilder octal = new StringBuilder();
        int index = 0;
        while (index < text.length()) {
            if (text.startsWith("\\x", index)) {
                octal.append("\\")
                        .append(Integer.toOctalString(Integer.parseInt(text.substring(index + 2, index + 4), 16)));
                index += 4;
            } else {
                octal.append(text.charAt(index++));
            }
        }
        return octal.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                // Whoever writes line ends, writes no lines.
                "<38>Nov 26 10:59:58 h a: x\\nNov 26 10:59:58 h sshd[1]: y ~ h a: x#012Nov 26 10:59:58 h sshd[1]: y",
                "<38>Nov 26 10:59:58 h a: x\\000\\t\\033[1m\\177y ~ h a: x#000#011#033[1m#177y",
                "<38>Nov 26 10:59:58 h\\nb a: x ~ h#012b a: x",
                "<38>1 - h\\nb a\\tb 1\\n2 - - x ~ h#012b a#011b[1#0122]: x",
                // No priority there is.
                "<192>Nov 26 10:59:58 h a: x ~ 192.0.2.9 <192>Nov 26 10:59:58 h a: x",
                "<>Nov 26 10:59:58 h a: x ~ 192.0.2.9 <>Nov 26 10:59:58 h a: x",
                "<1234>x ~ 192.0.2.9 <1234>x",
                "<38 ~ 192.0.2.9 <38",
                "<38> ~ 192.0.2.9",
                // A header in a header is text.
                "<38>Nov 26 10:59:58 h a: <38>Nov 26 10:59:58 i sshd[1]: x ~ h a: <38>Nov 26 10:59:58 i sshd[1]: x",
                "<38>Nov 26 10:59:58 h <38>1 - - - - - x ~ h <38>1 - - - - - x",
                "<38><38>Nov 26 10:59:58 h a: x ~ 192.0.2.9 <38>Nov 26 10:59:58 h a: x",
                // Structured data that holds what ends it, that does not end, or is none.
                "<38>1 - h a 1 - [x y='\\\\']z\\\\'' u=']'] text ~ h a[1]: text",
                "<38>1 - h a 1 - [x y=']text ~ h a[1]: [x y=']text",
                "<38>1 - h a 1 - [x]text ~ h a[1]: [x]text",
                "<38>1 - h a 1 - text ~ h a[1]: text",
                "<38>1 - h a 1 - [x y='\\\\ ~ h a[1]: [x y='\\\\",
                // Fewer words than a header has.
                "<38>1 - h a 1 - ~ 192.0.2.9 <38>1 - h a 1 -",
                "<38>1 Nov 26 ~ 192.0.2.9 <38>1 Nov 26",
                "<38>1  h a 1 - - x ~ 192.0.2.9 <38>1  h a 1 - - x",
                // A version that is not known.
                "<38>2 - h a 1 - - x ~ 192.0.2.9 2 - h a 1 - - x",
                // Nothing behind the time, or one word.
                "<38>Nov 26 10:59:58 ~ 192.0.2.9",
                "<38>Nov 26 10:59:58 word ~ 192.0.2.9 word",
            })
    void aHostileMessageIsOneLineAndNoMoreThanItsText(String message, String expected) {
        become(unescaped(message));

        assertThat(text().strip()).isEqualTo(unescaped(expected).strip());
        assertThat(line.isCut()).isFalse();
    }

    @Test
    void bytesThatAreNoTextStayAsTheyAre() {
        become("<38>Nov 26 10:59:58 h a: \u00ff\u00c3\u0080\u00a0");

        assertThat(text()).isEqualTo(" h a: \u00ff\u00c3\u0080\u00a0");
    }

    @Test
    void aLineIsCutAtItsBound() {
        byte[] message = new byte[2 * MessageLine.LIMIT];
        Arrays.fill(message, (byte) '\t');

        line.become(message, 0, message.length, "h", ARRIVAL);

        assertThat(line.bytes()).hasSizeBetween(MessageLine.LIMIT - 4, MessageLine.LIMIT);
        assertThat(line.isCut()).isTrue();
        become("<38>x");
        assertThat(text()).isEqualTo(" 192.0.2.9 x");
        assertThat(line.isCut()).isFalse();
    }
}
