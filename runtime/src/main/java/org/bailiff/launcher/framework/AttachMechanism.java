// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** The door by which jconsole, jcmd and debuggers get into a Java machine of the same user. */
final class AttachMechanism {
    private AttachMechanism() {}

    /** Whether it is closed; false also if this Java does not say. */
    static boolean isDisabled() {
        try {
            return Boolean.parseBoolean(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption("DisableAttachMechanism")
                    .getValue());
        } catch (IllegalArgumentException | NullPointerException otherMachine) {
            return false;
        }
    }
}
