// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.util.Collection;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bailiff.api.FrameworkProperties;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The reaction to SIGHUP: runs the {@link Runnable} services that a bundle registered with {@code bailiff.signal=HUP}. */
final class Reload implements Runnable {
    private static final Logger LOG = Logger.getLogger(Reload.class.getName());
    private static final String REACTIONS = "(" + FrameworkProperties.SIGNAL + "=HUP)";

    private final BundleContext context;

    Reload(BundleContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        try {
            Collection<ServiceReference<Runnable>> reactions = context.getServiceReferences(Runnable.class, REACTIONS);
            if (reactions.isEmpty()) {
                LOG.warning("SIGHUP has no effect: no bundle that reloads is active");
            }
            reactions.forEach(this::run);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, "SIGHUP came while the framework stopped", e);
        }
    }

    private void run(ServiceReference<Runnable> reference) {
        Runnable reaction = context.getService(reference);
        if (reaction != null) {
            try {
                reaction.run();
            } finally {
                context.ungetService(reference);
            }
        }
    }
}
