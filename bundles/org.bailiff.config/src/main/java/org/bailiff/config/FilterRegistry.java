// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.Hashtable;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.config.filters.FilterShelf;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Offers definitions as services, above those of the library. */
@Component
public final class FilterRegistry implements FilterShelf.Registry {
    private final BundleContext context;

    @Activate
    public FilterRegistry(BundleContext context) {
        this.context = context;
    }

    @Override
    public Runnable offer(FilterDefinition definition) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(FilterDefinition.NAME, definition.name());
        properties.put(Constants.SERVICE_RANKING, FilterDefinition.RANKING_ETC);
        ServiceRegistration<FilterDefinition> registration =
                context.registerService(FilterDefinition.class, definition, properties);
        return registration::unregister;
    }
}
