// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.util.Optional;
import java.util.Set;
import javax.management.ObjectName;
import org.bailiff.api.Role;

/**
 * The roles that beans of Java and of the framework take. Never: HotSpotDiagnostic, DiagnosticCommand and FlightRecorder,
 * which write files and load code, nor what installs a bundle. Stateless.
 */
final class PlatformRules {
    private static final Set<String> READABLE =
            Set.of("java.lang", "java.nio", "java.util.logging", "JMImplementation");
    /** They hold what was given to the process: maybe a secret. */
    private static final Set<String> CONFIDING = Set.of("SystemProperties", "InputArguments");

    private static final String SET_LEVEL = "setLoggerLevel";
    private static final Set<String> LOGGING = Set.of(SET_LEVEL, "getLoggerLevel", "getParentLoggerName");
    private static final Set<String> BUNDLES =
            Set.of("startBundle", "startBundles", "stopBundle", "stopBundles", "updateBundle", "updateBundles");
    private static final String FRAMEWORK = "osgi.core";

    private PlatformRules() {}

    static Optional<Role> toRead(ObjectName name, String attribute) {
        if (name == null || attribute == null) {
            return Optional.empty();
        }
        if (READABLE.contains(name.getDomain())) {
            return Optional.of(CONFIDING.contains(attribute) ? Role.ADMINISTRATOR : Role.VIEWER);
        }
        return name.getDomain().equals(FRAMEWORK) ? Optional.of(Role.ADMINISTRATOR) : Optional.empty();
    }

    /** Whether an operation that somebody may invoke does more than to answer. */
    static boolean changes(String operation) {
        return operation.equals(SET_LEVEL) || BUNDLES.contains(operation);
    }

    static Optional<Role> toInvoke(ObjectName name, String operation) {
        if (name == null || operation == null) {
            return Optional.empty();
        }
        String type = String.valueOf(name.getKeyProperty("type"));
        switch (name.getDomain() + ":" + type) {
            case "java.lang:Threading":
                return operation.startsWith("get") || operation.startsWith("find")
                        ? Optional.of(Role.VIEWER)
                        : Optional.empty();
            case "java.util.logging:Logging":
                return LOGGING.contains(operation) ? Optional.of(Role.ADMINISTRATOR) : Optional.empty();
            case FRAMEWORK + ":framework":
                return BUNDLES.contains(operation) ? Optional.of(Role.ADMINISTRATOR) : Optional.empty();
            default:
                return Optional.empty();
        }
    }
}
