// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.audit.AuditTrail;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.store.Store;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.resource.Namespace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Locks the data directory, and only then offers store and audit: DS would announce a service of its own before this
 * constructor has run, so they are registered by hand. A directory that cannot be had ends the process.
 */
@Component(
        service = {},
        immediate = true)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.bailiff.api.store.Store,org.bailiff.api.audit.Audit,"
                + "org.bailiff.api.audit.AuditTrail\"",
        effective = Namespace.EFFECTIVE_ACTIVE)
public final class StoreComponent {
    private static final Logger LOGGER = LoggerFactory.getLogger(StoreComponent.class);
    /** How soon the audit trail has what could not be written, and what is told by the minute. */
    private static final int AUDIT_SECONDS = 5;

    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "bailiff-store-retry"));
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    /** Null if there is no directory for it. */
    private FileAudit audit;
    /** Empty if it could not be had. */
    private final Optional<DataDirectory> directory;

    /**
     * @param exit ends the process; null where a container owns it
     */
    @Activate
    public StoreComponent(
            BundleContext context,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, target = "(" + FrameworkProperties.EXIT + "=true)")
                    IntConsumer exit) {
        directory = lock(context);
        directory.ifPresent(locked -> offer(context, locked));
        if (directory.isEmpty() && exit != null) {
            exit.accept(ExitCode.FAILED.number());
        }
    }

    private static Optional<DataDirectory> lock(BundleContext context) {
        Optional<Path> path = FrameworkProperties.folder(FrameworkProperties.DATA, context::getProperty);
        if (path.isEmpty()) {
            LOGGER.error(
                    "The framework property {} is missing; set it to the data directory.", FrameworkProperties.DATA);
            return Optional.empty();
        }
        try {
            return Optional.of(
                    DataDirectory.lock(path.get(), ProcessHandle.current().pid()));
        } catch (IOException e) {
            LOGGER.error("{}", e.getMessage());
            return Optional.empty();
        }
    }

    private void offer(BundleContext context, DataDirectory locked) {
        FileStore store = new FileStore(new DiskFolder(locked.file("")), new DiskFolder(locked.file("jails")));
        audit = new FileAudit(locked.file("audit.log"), Clock.systemUTC(), FileAudit.LIMIT);
        new DiskRetry(() -> locked.retry() & store.retry(locked.problem()), retries).run();
        retries.scheduleWithFixedDelay(audit::tick, AUDIT_SECONDS, AUDIT_SECONDS, TimeUnit.SECONDS);
        registrations.add(context.registerService(Store.class, store, null));
        registrations.add(context.registerService(Audit.class, audit, null));
        registrations.add(context.registerService(AuditTrail.class, audit, null));
    }

    /** Takes the services back before another daemon may have the directory. */
    @Deactivate
    void deactivate() throws IOException {
        registrations.forEach(ServiceRegistration::unregister);
        retries.shutdownNow();
        if (audit != null) {
            audit.flush();
        }
        if (directory.isPresent()) {
            directory.get().close();
        }
    }
}
