// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import java.nio.file.Path;
import org.bailiff.api.FrameworkProperties;
import org.osgi.framework.BundleContext;

/** Where this daemon keeps what it writes. */
final class DecisionsPlaces {
    private DecisionsPlaces() {}

    static Path data(BundleContext context) {
        return FrameworkProperties.folder(FrameworkProperties.DATA, context::getProperty)
                .orElse(Path.of(""));
    }
}
