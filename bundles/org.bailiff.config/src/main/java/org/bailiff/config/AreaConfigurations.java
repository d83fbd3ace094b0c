// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.bailiff.api.config.Setting;

/** Where the configurations of the daemon's areas are put, so that the bundles they are for get them. */
interface AreaConfigurations {

    /** The areas that are there, also from before the start. */
    Set<String> names() throws IOException;

    /** Puts an area's configuration there, over the one it has. */
    void put(String area, Map<String, Setting> settings) throws IOException;

    /** Takes an area away. One that is not there is fine. */
    void remove(String area) throws IOException;
}
