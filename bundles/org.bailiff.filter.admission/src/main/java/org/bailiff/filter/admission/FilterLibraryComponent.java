// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.bailiff.api.Caller;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.filter.FilterLibrary;
import org.bailiff.api.filter.FilterVerdict;
import org.bailiff.api.store.Store;
import org.bailiff.filter.admission.deployed.RevisionFolder;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The library over the data directory. That is this daemon's alone only while there is a store; without one, as in a
 * command of its own, what was deployed counts, and nothing can be changed.
 */
@Component(immediate = true)
public final class FilterLibraryComponent implements FilterLibrary {
    /** Possible one after the other. */
    private static final int ROLLBACKS = 10;

    private static final String FOLDER = "filters";

    private final FilterLibrary library;
    private final Shelf shelf;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Audit audit;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Store store;

    @Activate
    public FilterLibraryComponent(
            BundleContext context, @Reference AdmissionComponent component, @Reference Offering offering) {
        Admission admission = component.admission();
        String data = context.getProperty(FrameworkProperties.DATA);
        RevisionFolder folder = new RevisionFolder(Path.of(data == null ? "" : data, FOLDER), ROLLBACKS);
        shelf = new Shelf(offering, admission.offered());
        DeployedLibrary deployed = new DeployedLibrary(admission, shelf, folder, Clock.systemUTC());
        library = new AuditedLibrary(deployed, shelf, () -> Optional.ofNullable(audit));
        if (data != null) {
            new Restoring(folder, shelf, admission, Clock.systemUTC()).run();
        }
    }

    @Deactivate
    void deactivate() {
        shelf.clear();
    }

    @Override
    public FilterVerdict validate(String name, String text) {
        return library.validate(name, text);
    }

    @Override
    public FilterVerdict deploy(String name, String text, boolean dryRun, Caller caller) {
        return writable().deploy(name, text, dryRun, caller);
    }

    @Override
    public FilterVerdict rollback(String name, boolean dryRun, Caller caller) {
        return writable().rollback(name, dryRun, caller);
    }

    @Override
    public FilterVerdict undeploy(String name, boolean dryRun, Caller caller) {
        return writable().undeploy(name, dryRun, caller);
    }

    private FilterLibrary writable() {
        if (store == null) {
            throw new IllegalStateException(
                    "the data directory is not this daemon's, so nothing can be deployed; see the daemon's log");
        }
        return library;
    }
}
