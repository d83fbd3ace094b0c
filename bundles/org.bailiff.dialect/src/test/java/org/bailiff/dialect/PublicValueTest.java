// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublicValueTest {
    @Test
    void ofActionsTheNamesAreSeen() {
        assertThat(PublicValue.of(
                        "action",
                        "command[ban=\"/bin/true --token ]S3CR3T[\", name=x]\n    xt_recent\nmail[dest='a, S3CR3T']"))
                .isEqualTo("command[***]\nxt_recent\nmail[***]");
    }

    @Test
    void ofActionsThatCannotBeReadNothingIsSeen() {
        assertThat(PublicValue.of("action", "command[ban=\"S3CR3T")).isEqualTo("***");
    }

    @Test
    void ofACommandTheProgramIsSeen() {
        assertThat(PublicValue.of("ignorecommand", "/usr/bin/ask --token S3CR3T <ip>"))
                .isEqualTo("/usr/bin/ask ***");
        assertThat(PublicValue.of("ignorecommand", "/usr/bin/ask")).isEqualTo("/usr/bin/ask");
    }

    @Test
    void allElseIsSeen() {
        assertThat(PublicValue.of("filter", "sshd[mode=aggressive]")).isEqualTo("sshd[mode=aggressive]");
    }
}
