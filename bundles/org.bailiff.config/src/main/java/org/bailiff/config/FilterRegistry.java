// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterFolders;
import org.bailiff.config.filters.FilterFolder;
import org.bailiff.config.filters.FilterShelf;
import org.bailiff.config.filters.Layers;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Offers definitions as services, above those of the library and of plug-ins, which they may add to. */
@Component(service = {FilterShelf.Registry.class, FilterFolders.class})
public final class FilterRegistry implements FilterShelf.Registry, FilterFolders {
    private final BundleContext context;
    private final Layers layers = new Layers(this::register);

    @Activate
    public FilterRegistry(BundleContext context) {
        this.context = context;
    }

    /** Those below what is offered here. */
    @Reference(
            target = "(!(" + Constants.SERVICE_RANKING + ">=" + FilterDefinition.RANKING_ETC + "))",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindDefinition(FilterDefinition definition, Map<String, Object> properties) {
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        if (properties.get(FilterDefinition.NAME) instanceof String name) {
            layers.add(name, definition, ranking);
        }
    }

    void unbindDefinition(FilterDefinition definition) {
        layers.remove(definition);
    }

    @Override
    public Runnable offer(FilterDefinition definition) {
        return layers.offer(definition);
    }

    @Override
    public Map<String, FilterDefinition> read(Path folder) {
        Map<String, FilterDefinition> definitions = new HashMap<>();
        FilterShelf.Registry collector = layers.over(definition -> {
            definitions.put(definition.name(), definition);
            return () -> definitions.remove(definition.name(), definition);
        });
        new FilterFolder(folder, new FilterShelf(collector)).look();
        return Map.copyOf(definitions);
    }

    private Runnable register(FilterDefinition definition) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(FilterDefinition.NAME, definition.name());
        properties.put(Constants.SERVICE_RANKING, FilterDefinition.RANKING_ETC);
        ServiceRegistration<FilterDefinition> registration =
                context.registerService(FilterDefinition.class, definition, properties);
        return registration::unregister;
    }
}
