// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.config;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The jails as the files describe them, for whom no daemon is needed. Thread-safe. */
@ProviderType
public interface ConfiguredJails {

    /**
     * Every configured jail, enabled or not, by name; the files are read for it, and overrides are left out. A jail whose
     * files are wrong has the key {@link JailConfiguration#ERROR}.
     */
    List<JailConfiguration> jails();
}
