// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control;

import java.util.concurrent.CompletableFuture;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows when all bundles have been started, so that no verb is called unknown that only is not there yet. */
@Component(service = FrameworkStart.class)
public final class FrameworkStart {
    private static final Logger log = LoggerFactory.getLogger(FrameworkStart.class);

    private final BundleContext context;
    private final FrameworkListener listener = this::hear;
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    @Activate
    public FrameworkStart(BundleContext context) {
        this.context = context;
        // First listen, then look: so the event cannot fall between.
        context.addFrameworkListener(listener);
        if (context.getBundle(Constants.SYSTEM_BUNDLE_ID).getState() == Bundle.ACTIVE) {
            started.complete(null);
        }
    }

    private void hear(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.STARTED) {
            started.complete(null);
        }
    }

    /** Runs the task once all bundles have been started: at once if they have, else on a thread of the framework. */
    void whenDone(Runnable task) {
        started.thenRun(task).exceptionally(defect -> {
            log.error("What was to happen after the start broke off", defect);
            return null;
        });
    }

    @Deactivate
    void stop() {
        context.removeFrameworkListener(listener);
    }
}
