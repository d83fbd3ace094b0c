// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyslogAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "udp://127.0.0.1:5514 ~ udp://127.0.0.1:5514",
                "tcp://[0:0:0:0:0:0:0:1]:5514 ~ tcp://[::1]:5514",
                "unix:/run/bailiff/log ~ unix:/run/bailiff/log",
                "unix:///run//bailiff/./log ~ unix:/run/bailiff/log",
                "udp://0.0.0.0:5514?from=198.51.100.0/24,192.0.2.7,192.0.2.7 ~ udp://0.0.0.0:5514?from=192.0.2.7,198.51.100.0/24",
                "tcp://[::]:5514?timezone=+02:00&from=2001:db8::/32 ~ tcp://[::]:5514?from=2001:db8::/32&timezone=+02:00",
                "udp://127.0.0.1:5514?timezone=Europe/Berlin ~ udp://127.0.0.1:5514?timezone=Europe/Berlin"
            })
    void anAddressHasOneName(String text, String stream) {
        assertThat(SyslogAddress.parse(text).stream()).isEqualTo(stream);
        assertThat(SyslogAddress.parse(stream)).isEqualTo(SyslogAddress.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "/var/log/auth.log ~ no address to receive syslog at; it is udp://127.0.0.1:5514",
                "udp:127.0.0.1:5514 ~ no address to receive syslog at",
                "udp://127.0.0.1 ~ no address and port",
                "udp://localhost:5514 ~ names are not looked up",
                "udp://::1:5514 ~ no address and port",
                "udp://[127.0.0.1]:5514 ~ no address and port",
                "udp://127.0.0.1:99999 ~ without any privilege, it is 1024 to 65535",
                "udp://127.0.0.1:514 ~ let rsyslog forward there",
                "udp://0.0.0.0:5514 ~ say which may, e.g. udp://0.0.0.0:5514?from=192.0.2.0/24",
                "tcp://192.0.2.1:5514 ~ whoever can send there can have others banned",
                "tcp://[::]:5514?timezone=UTC ~ say which may",
                "udp://0.0.0.0:5514?from= ~ '' is neither an address nor a network",
                "udp://0.0.0.0:5514?from=web1 ~ 'web1' is neither an address nor a network",
                "udp://127.0.0.1:5514?form=192.0.2.0/24 ~ 'form=192.0.2.0/24' is no option",
                "udp://127.0.0.1:5514?timezone=Atlantis ~ 'Atlantis' is no known time zone",
                "unix:/run/bailiff/log?from=192.0.2.0/24 ~ is no option of this address",
                "unix:run/log ~ no socket by an absolute path",
                "unix:/run/ ~ no socket by an absolute path"
            })
    void aWrongOneIsSaidWithTheMend(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyslogAddress.parse(text))
                .withMessageContaining(sentence);
    }

    @Test
    void aPathThatTheKernelHasNoRoomForIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyslogAddress.parse("unix:/" + "x".repeat(107)))
                .withMessageContaining("too long");
    }

    @Test
    void onlyThoseWhoAreNamedMaySend() {
        SyslogAddress address = SyslogAddress.parse("udp://0.0.0.0:5514?from=192.0.2.0/24,2001:db8::1");

        assertThat(address.admits(Address.parse("192.0.2.200"))).isTrue();
        assertThat(address.admits(Address.parse("2001:db8::1"))).isTrue();
        assertThat(address.admits(Address.parse("198.51.100.1"))).isFalse();
        assertThat(address.admits(Address.parse("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "udp://127.0.0.1:5514 ~ anybody on this host can send",
                "tcp://127.0.0.1:5514 ~ listen at unix:PATH",
                "udp://0.0.0.0:5514?from=192.0.2.0/24 ~ can be forged"
            })
    void whoElseCouldSendIsDoubtful(String text, String doubt) {
        assertThat(SyslogAddress.parse(text).doubts()).hasSize(1);
        assertThat(SyslogAddress.parse(text).doubts().get(0)).contains(doubt);
    }

    @Test
    void aSocketOfTheDaemonsGroupIsNotDoubtful() {
        assertThat(SyslogAddress.parse("unix:/run/bailiff/log").doubts()).isEmpty();
        assertThat(SyslogAddress.parse("tcp://0.0.0.0:5514?from=192.0.2.7").doubts())
                .isEmpty();
    }
}
