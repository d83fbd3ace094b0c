// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.nio.file.Path;
import java.util.List;
import org.bailiff.api.config.ConfiguredFolder;
import org.bailiff.api.config.ConfiguredFolders;
import org.bailiff.config.files.EtcFolder;
import org.bailiff.config.override.Overrides;
import org.osgi.service.component.annotations.Component;

/** Reads the configuration of any folder, for verbs that compare several. */
@Component
public final class ConfiguredFoldersComponent implements ConfiguredFolders {

    @Override
    public ConfiguredFolder read(Path etc) {
        Loaded loaded = Loading.load(etc, new EtcFolder(etc).read(), Overrides.NONE);
        return new ConfiguredFolder(List.copyOf(loaded.jails().values()), loaded.problems());
    }
}
