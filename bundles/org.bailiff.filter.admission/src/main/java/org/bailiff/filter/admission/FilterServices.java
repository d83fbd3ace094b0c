// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.util.Hashtable;
import org.bailiff.api.filter.FilterDefinition;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Offers definitions as services of this bundle. */
@Component(service = Offering.class)
public final class FilterServices implements Offering {
    private final BundleContext context;

    @Activate
    public FilterServices(BundleContext context) {
        this.context = context;
    }

    @Override
    public Runnable offer(FilterDefinition definition, int ranking) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(FilterDefinition.NAME, definition.name());
        properties.put(Constants.SERVICE_RANKING, ranking);
        ServiceRegistration<FilterDefinition> registration =
                context.registerService(FilterDefinition.class, definition, properties);
        return () -> withdraw(registration);
    }

    private static void withdraw(ServiceRegistration<FilterDefinition> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException gone) {
            // The framework took it back first, as it does when this bundle stops.
            return;
        }
    }
}
