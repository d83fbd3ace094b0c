// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.config;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Reads whole folders of configuration, of Bailiff or of fail2ban, and puts nothing of them in force. Thread-safe. */
@ProviderType
public interface ConfiguredFolders {

    /** What the files in the folder say now. A folder that is not there configures no jail. */
    ConfiguredFolder read(Path etc);
}
