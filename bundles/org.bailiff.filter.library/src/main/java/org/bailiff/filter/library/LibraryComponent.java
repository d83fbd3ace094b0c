// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.library;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Hashtable;
import org.bailiff.api.filter.FilterDefinition;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Registers a service for each definition in the bundle; the framework takes them back when the bundle stops. */
@Component(
        service = {},
        immediate = true)
public final class LibraryComponent {
    private static final String FOLDER = "filters";

    /**
     * @throws IOException if the bundle cannot be read
     */
    @Activate
    public LibraryComponent(BundleContext context) throws IOException {
        for (URL resource :
                Collections.list(context.getBundle().findEntries(FOLDER, "*" + LibraryDefinition.SUFFIX, false))) {
            register(context, LibraryDefinition.read(resource));
        }
    }

    private static void register(BundleContext context, FilterDefinition definition) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(FilterDefinition.NAME, definition.name());
        properties.put(Constants.SERVICE_RANKING, FilterDefinition.RANKING_LIBRARY);
        context.registerService(FilterDefinition.class, definition, properties);
    }
}
