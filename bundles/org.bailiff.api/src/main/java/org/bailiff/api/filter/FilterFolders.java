// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.nio.file.Path;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Reads whole folders of filter definitions, and offers none of them to jails. Thread-safe. */
@ProviderType
public interface FilterFolders {

    /**
     * The definitions in the folder, by name; a {@code NAME.local} that stands alone is put over the definition that is
     * offered under that name. What is only offered elsewhere is not among them. A folder that is not there has none.
     *
     * @param folder e.g. {@code etc/filter.d}
     */
    Map<String, FilterDefinition> read(Path folder);
}
