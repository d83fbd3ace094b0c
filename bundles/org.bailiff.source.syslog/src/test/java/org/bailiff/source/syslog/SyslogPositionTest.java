// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SyslogPositionTest {

    @Test
    void itsTextIsReadAgain() {
        SyslogPosition place = new SyslogPosition(77, 12);

        assertThat(SyslogPosition.parse(place.text())).isEqualTo(place);
        assertThat(place.text()).isEqualTo("77-12");
    }

    @Test
    void laterMessagesComeLater() {
        assertThat(new SyslogPosition(77, 9)).isLessThan(new SyslogPosition(77, 10));
    }

    @Test
    void oneOfAnotherRunComesBeforeAllOfThisOne() {
        assertThat(new SyslogPosition(99, 1_000).in(77)).isLessThan(new SyslogPosition(77, 1));
        assertThat(new SyslogPosition(77, 1_000).in(77).number()).isEqualTo(1_000);
    }

    @Test
    void anotherTextIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyslogPosition.parse("s=1;i=2\u001b"))
                .withMessageContaining("\\x1b");
    }
}
