// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.nio.file.Path;
import org.bailiff.api.FrameworkProperties;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.resource.Namespace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * There as a service if this is a daemon. A framework that was started for a verb of its own, such as {@code check}, must
 * neither have jails nor watch anything; what does so refers to this, and is then not there. A service and not the
 * enabling of components, because that would happen later, on another thread.
 */
@Component(
        service = {},
        immediate = true)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.bailiff.config.DaemonMode\"",
        effective = Namespace.EFFECTIVE_ACTIVE)
public final class DaemonMode {
    private final BundleContext context;
    private ServiceRegistration<DaemonMode> registration;

    @Activate
    public DaemonMode(BundleContext context) {
        this.context = context;
        if (context.getProperty(FrameworkProperties.LOCAL_VERB) == null) {
            registration = context.registerService(DaemonMode.class, this, null);
        }
    }

    @Deactivate
    void deactivate() {
        if (registration != null) {
            registration.unregister();
        }
    }

    /**
     * A folder that a framework property names.
     *
     * @throws IllegalStateException if nobody set it
     */
    Path folder(String property) {
        return folder(context, property);
    }

    static Path folder(BundleContext context, String property) {
        return FrameworkProperties.folder(property, context::getProperty)
                .orElseThrow(() -> new IllegalStateException(
                        "the framework property " + property + " is missing; set it to a folder"));
    }
}
