// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.library;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.bailiff.api.filter.DefinitionFile;
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
    private static final String SHARED = "filters/shared";

    /**
     * @throws IOException if the bundle cannot be read
     */
    @Activate
    public LibraryComponent(BundleContext context) throws IOException {
        Map<String, DefinitionFile> shared = LibraryDefinition.shared(files(context, SHARED));
        for (URL resource : files(context, FOLDER)) {
            register(context, LibraryDefinition.read(resource, shared));
        }
    }

    private static List<URL> files(BundleContext context, String folder) {
        return Collections.list(context.getBundle().findEntries(folder, "*" + LibraryDefinition.SUFFIX, false));
    }

    private static void register(BundleContext context, FilterDefinition definition) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(FilterDefinition.NAME, definition.name());
        properties.put(Constants.SERVICE_RANKING, FilterDefinition.RANKING_LIBRARY);
        context.registerService(FilterDefinition.class, definition, properties);
    }
}
