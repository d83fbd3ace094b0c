// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics;

import java.nio.file.Path;
import org.bailiff.api.FrameworkProperties;
import org.osgi.framework.BundleContext;

/** Where this daemon's sockets are. */
final class MetricsPlaces {
    private MetricsPlaces() {}

    /** The folder of the control socket: the runtime directory if there is one, else the data directory. */
    static Path folder(BundleContext context) {
        String socket = context.getProperty(FrameworkProperties.SOCKET);
        if (socket != null && Path.of(socket).getParent() != null) {
            return Path.of(socket).getParent();
        }
        return FrameworkProperties.folder(FrameworkProperties.DATA, context::getProperty)
                .orElse(Path.of(""));
    }
}
