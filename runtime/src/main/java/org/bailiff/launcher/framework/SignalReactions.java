// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.bailiff.api.FrameworkProperties;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The reaction to a signal: runs the {@link Runnable} services that bundles registered with {@code bailiff.signal}. */
final class SignalReactions implements Runnable {
    private static final Logger LOG = Logger.getLogger(SignalReactions.class.getName());

    private final BundleContext context;
    private final String signal;

    /**
     * @param signal its name without SIG
     */
    SignalReactions(BundleContext context, String signal) {
        this.context = context;
        this.signal = signal;
    }

    @Override
    public void run() {
        try {
            // Of all bundles: a reaction may be a service of other types too, of which the launcher's class loader
            // knows nothing.
            ServiceReference<?>[] reactions = context.getAllServiceReferences(
                    Runnable.class.getName(), "(" + FrameworkProperties.SIGNAL + "=" + signal + ")");
            if (reactions == null) {
                LOG.warning(() -> "SIG" + signal + " has no effect: nothing that is active reacts to it");
                return;
            }
            for (ServiceReference<?> reaction : reactions) {
                run(reaction);
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, e, () -> "SIG" + signal + " came while the framework stopped");
        }
    }

    private void run(ServiceReference<?> reference) {
        if (context.getService(reference) instanceof Runnable reaction) {
            try {
                reaction.run();
            } finally {
                context.ungetService(reference);
            }
        }
    }
}
