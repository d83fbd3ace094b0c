// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.io.IOException;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.config.filters.FilterFolder;
import org.bailiff.config.filters.FilterFolderWatch;
import org.bailiff.config.filters.FilterShelf;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Offers the definitions of {@code etc/filter.d} as they come, change and go. */
@Component(service = FilterDirectoryComponent.class, immediate = true)
public final class FilterDirectoryComponent {
    static final String FOLDER = "filter.d";

    private final FilterShelf shelf;
    private final FilterFolderWatch watch;

    @Activate
    public FilterDirectoryComponent(@Reference FilterShelf.Registry registry, @Reference DaemonMode daemon)
            throws IOException {
        shelf = new FilterShelf(registry);
        watch = FilterFolderWatch.start(
                new FilterFolder(daemon.folder(FrameworkProperties.ETC).resolve(FOLDER), shelf));
    }

    /** Looks now, so that who has changed a file need not wait; see {@link FilterFolderWatch#lookNow}. */
    void lookNow() {
        watch.lookNow();
    }

    @Deactivate
    void deactivate() throws IOException {
        watch.close();
        shelf.clear();
    }
}
