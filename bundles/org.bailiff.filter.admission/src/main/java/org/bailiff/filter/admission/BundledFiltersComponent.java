// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.util.List;
import org.bailiff.filter.admission.bundled.FilterHeader;
import org.bailiff.text.SafeText;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the definitions of bundles with a header {@code Bailiff-Filters}, as long as these are started. */
@Component(
        service = {},
        immediate = true)
public final class BundledFiltersComponent implements BundleTrackerCustomizer<List<Runnable>> {
    /** Above the library's, below those of {@code etc/filter.d}. */
    static final int RANKING = 100;

    private static final Logger LOG = LoggerFactory.getLogger(BundledFiltersComponent.class);

    private final Admission admission;
    private final Offering offering;
    private final BundleTracker<List<Runnable>> tracker;

    @Activate
    public BundledFiltersComponent(
            BundleContext context, @Reference AdmissionComponent component, @Reference Offering offering) {
        this.admission = component.admission();
        this.offering = offering;
        tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
        tracker.open();
    }

    @Deactivate
    void deactivate() {
        tracker.close();
    }

    /** Null, which is not tracked, for a bundle that brings none. */
    @Override
    public List<Runnable> addingBundle(Bundle bundle, BundleEvent event) {
        String header = bundle.getHeaders().get(FilterHeader.NAME);
        if (header == null) {
            return null;
        }
        FilterHeader.Content content = FilterHeader.read(header, new FrameworkBundleFiles(bundle), admission.offered());
        content.problems().forEach(problem -> LOG.warn("{}", SafeText.of(problem)));
        return content.definitions().stream()
                .map(definition -> offering.offer(definition, RANKING))
                .toList();
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, List<Runnable> withdrawals) {
        // A bundle that is started stays as it is.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, List<Runnable> withdrawals) {
        withdrawals.forEach(Runnable::run);
    }
}
