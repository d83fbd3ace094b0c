// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bailiff.api.FrameworkProperties;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Has bans rehearsed a moment after the start, if the launcher says so: the first real ones are not to wait for that. */
@Component(
        service = {},
        immediate = true)
public final class RehearsalComponent {
    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    @Activate
    public RehearsalComponent(BundleContext context, @Reference Surroundings surroundings) {
        String bans = context.getProperty(FrameworkProperties.REHEARSAL);
        Rehearsal rehearsal = new Rehearsal(surroundings, bans == null ? 0 : Integer.parseInt(bans));
        thread = new Thread(() -> later(rehearsal), "bailiff-rehearsal");
        thread.setDaemon(true);
        if (bans != null) {
            thread.start();
        }
    }

    private void later(Runnable rehearsal) {
        try {
            if (!ended.await(DELAY.toMillis(), TimeUnit.MILLISECONDS)) {
                rehearsal.run();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        ended.countDown();
        thread.interrupt();
        thread.join(PATIENCE.toMillis());
    }
}
