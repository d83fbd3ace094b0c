// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.store.Store;
import org.bailiff.text.SafeText;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has bans rehearsed as soon as the daemon has nothing better to do, if the launcher says so. */
@Component(
        service = {},
        immediate = true)
public final class RehearsalComponent {
    private static final Logger LOG = LoggerFactory.getLogger(RehearsalComponent.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** Who uses less of the processor during a pause has nothing to do. */
    private static final Duration QUIET = PAUSE.dividedBy(20);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    @Activate
    public RehearsalComponent(BundleContext context, @Reference Surroundings surroundings, @Reference Store store) {
        int bans = bans(context.getProperty(FrameworkProperties.REHEARSAL));
        Optional<Path> data = FrameworkProperties.folder(FrameworkProperties.DATA, context::getProperty);
        data.ifPresent(Rehearsal::clear);
        thread = new Thread(() -> rehearse(surroundings, store, data.orElseThrow(), bans), "bailiff-rehearsal");
        thread.setDaemon(true);
        if (bans > 0 && data.isPresent()) {
            thread.start();
        }
    }

    private static int bans(String told) {
        try {
            return told == null ? 0 : Integer.parseInt(told);
        } catch (NumberFormatException wrong) {
            LOG.warn(
                    "-D{}={} is no number, so nothing is rehearsed; give one, or 0 for none",
                    FrameworkProperties.REHEARSAL,
                    SafeText.of(told, 60));
            return 0;
        }
    }

    private void rehearse(Surroundings surroundings, Store store, Path folder, int bans) {
        try {
            if (awaitQuiet()) {
                new Rehearsal(surroundings, store, folder, bans, Rehearsal.PATIENCE).run();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever has a backlog to read learns by that, and would be held up. False if the end comes before. */
    private boolean awaitQuiet() throws InterruptedException {
        Duration before = used();
        while (!ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            Duration now = used();
            if (now.minus(before).compareTo(QUIET) < 0) {
                return true;
            }
            before = now;
        }
        return false;
    }

    /** How long this process has used a processor. */
    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        ended.countDown();
        thread.interrupt();
        thread.join(PATIENCE.toMillis());
    }
}
