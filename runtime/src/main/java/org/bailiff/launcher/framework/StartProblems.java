// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.wiring.BundleRevision;

/** Remembers why bundles did not start. Thread-safe. */
final class StartProblems implements FrameworkListener {
    private final Map<Bundle, Throwable> causes = new ConcurrentHashMap<>();

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR && event.getThrowable() != null) {
            causes.put(event.getBundle(), event.getThrowable());
        }
    }

    /** @throws LaunchException if a bundle that must run does not, with the first such bundle and the cause */
    void check(Bundle... bundles) throws LaunchException {
        for (Bundle bundle : bundles) {
            boolean fragment = bundle.adapt(BundleRevision.class) != null
                    && (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
            // A plug-in that does not start is a warning, not the end: PlugIn tells of it.
            if (fragment
                    || PlugInBundles.isPlugIn(bundle)
                    || bundle.getState() == Bundle.ACTIVE
                    || bundle.getState() == Bundle.STARTING) {
                continue;
            }
            String sentence = "the bundle " + bundle.getSymbolicName() + " does not start: " + cause(bundle);
            throw new LaunchException(ExitStatus.FAILED, sentence, causes.get(bundle));
        }
    }

    private String cause(Bundle bundle) {
        Throwable cause = causes.get(bundle);
        if (cause == null) {
            return "the framework gave no reason";
        }
        return cause.getCause() == null ? cause.getMessage() : cause.getMessage() + " (" + cause.getCause() + ")";
    }
}
