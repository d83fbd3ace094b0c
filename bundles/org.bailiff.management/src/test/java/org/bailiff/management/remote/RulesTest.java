// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.management.Attribute;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.bailiff.api.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    @ParameterizedTest
    @CsvSource({
        "java.lang:type=Threading, findDeadlockedThreads, VIEWER",
        "java.lang:type=Threading, getThreadInfo, VIEWER",
        "java.lang:type=Threading, resetPeakThreadCount, nobody",
        "java.lang:type=Threading, dumpAllThreads, nobody",
        "java.lang:type=Memory, gc, nobody",
        "java.util.logging:type=Logging, setLoggerLevel, ADMINISTRATOR",
        "java.util.logging:type=Logging, getLoggerLevel, ADMINISTRATOR",
        "com.sun.management:type=DiagnosticCommand, help, nobody",
        "com.sun.management:type=HotSpotDiagnostic, setVMOption, nobody",
        "jdk.management.jfr:type=FlightRecorder, copyTo, nobody",
        "JMImplementation:type=MBeanServerDelegate, any, nobody",
        "'osgi.core:type=framework,version=1.7', stopBundle, ADMINISTRATOR",
        "'osgi.core:type=framework,version=1.7', updateBundles, ADMINISTRATOR",
        "'osgi.core:type=framework,version=1.7', updateBundleFromURL, nobody",
        "'osgi.core:type=framework,version=1.7', installBundle, nobody",
        "'osgi.core:type=framework,version=1.7', installBundleFromURL, nobody",
        "'osgi.core:type=framework,version=1.7', shutdownFramework, nobody",
        "'osgi.compendium:service=cm,version=1.3', update, nobody",
        "org.other:type=Threading, getThreadInfo, nobody",
        "org.bailiffs:type=Daemon, getStatusText, nobody"
    })
    void operationsOfOthersTake(String bean, String operation, String role) throws Exception {
        assertThat(Rules.needed(SERVER, "invoke", name(bean), operation, new Object[0], new String[0]))
                .isEqualTo(role(role));
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang:type=Memory, HeapMemoryUsage, VIEWER",
        "java.lang:type=Runtime, Uptime, VIEWER",
        "java.lang:type=Runtime, SystemProperties, ADMINISTRATOR",
        "java.lang:type=Runtime, InputArguments, ADMINISTRATOR",
        "'java.nio:type=BufferPool,name=direct', Count, VIEWER",
        "JMImplementation:type=MBeanServerDelegate, MBeanServerId, VIEWER",
        "'osgi.core:type=bundleState,version=1.7', BundleIds, ADMINISTRATOR",
        "'osgi.compendium:service=cm,version=1.3', any, nobody",
        "com.sun.management:type=HotSpotDiagnostic, DiagnosticOptions, nobody",
        "org.bailiff:type=Daemon, State, VIEWER"
    })
    void readingTakes(String bean, String attribute, String role) throws Exception {
        assertThat(Rules.needed(SERVER, "getAttribute", name(bean), attribute)).isEqualTo(role(role));
    }

    @Test
    void anOperationOfOursThatNobodyDescribedIsTheAdministrators() throws Exception {
        ObjectName unknown = name("org.bailiff:type=Unknown");

        assertThat(Rules.needed(SERVER, "invoke", unknown, "any", new Object[0], new String[0]))
                .contains(Role.ADMINISTRATOR);
    }

    @Test
    void ofTheServersMethodsThatChangeItNoneIsAllowed() {
        Object[] arguments = {"x", null, null, null, null};

        assertThat(Arrays.stream(MBeanServer.class.getMethods())
                        .map(Method::getName)
                        .distinct()
                        .filter(method -> !method.startsWith("get")
                                && !method.startsWith("is")
                                && !method.startsWith("query")
                                && !method.startsWith("set")
                                && !method.equals("invoke")))
                .isNotEmpty()
                .allSatisfy(method ->
                        assertThat(Rules.needed(SERVER, method, arguments)).isEmpty());
        assertThat(Rules.needed(SERVER, "getClassLoader", arguments)).isEmpty();
        assertThat(Rules.needed(SERVER, "aMethodOfAJavaToCome", arguments)).isEmpty();
    }

    @Test
    void theSubjectOfACallNamesNoValue() throws Exception {
        ObjectName bean = name("org.bailiff:type=Daemon");

        assertThat(Rules.subject(bean, "ban", new Object[] {"secret"}, new String[] {"java.lang.String"}))
                .isEqualTo("org.bailiff:type=Daemon ban");
        assertThat(Rules.subject(bean, new Attribute("Limit", "secret"))).isEqualTo("org.bailiff:type=Daemon Limit");
        assertThat(Rules.subject("javax.management.loading.MLet", bean)).isEqualTo("javax.management.loading.MLet");
        assertThat(Rules.subject((Object[]) null)).isEmpty();
    }

    private static Optional<Role> role(String word) {
        return word.equals("nobody") ? Optional.empty() : Optional.of(Role.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private static ObjectName name(String text) throws MalformedObjectNameException {
        return new ObjectName(text);
    }
}
