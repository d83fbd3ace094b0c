// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.io.IOException;
import java.util.Set;
import org.bailiff.api.config.JailConfiguration;

/** Where the jails' configurations are put, so that jails appear, change and vanish. */
interface JailConfigurations {

    /** The jails that are there, also from before the start. */
    Set<String> names() throws IOException;

    /** Puts a jail's configuration there, over the one it has. */
    void put(JailConfiguration jail) throws IOException;

    /** Takes a jail away. One that is not there is fine. */
    void remove(String name) throws IOException;
}
