// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;

class NativeHeapTest {
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();

    /** The JVM's commands, as far as they are needed. */
    public interface Commands {
        String systemTrimNativeHeap();
    }

    @Test
    void whatTheCLibraryKeepsIsGivenBack() throws Exception {
        StringBuilder called = new StringBuilder();
        Commands commands = () -> called.append("trim").toString();
        server.registerMBean(
                new StandardMBean(commands, Commands.class),
                new ObjectName("com.sun.management:type=DiagnosticCommand"));

        new NativeHeap(server).trim();

        assertThat(called).hasToString("trim");
    }

    @Test
    void aJvmThatCannotDoThatIsLeftAlone() {
        assertThatCode(() -> new NativeHeap(server).trim()).doesNotThrowAnyException();
    }
}
