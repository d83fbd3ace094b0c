// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.config;

import java.util.List;
import org.bailiff.api.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** The configuration in force, and the one way to change it. All methods may be called from any thread. */
@ProviderType
public interface Settings {

    /**
     * Reads {@code etc/} again. Jails whose configuration changed are changed, keeping bans and counts; one bad jail
     * never stops another. An error in {@code bailiff.conf} leaves everything as it was.
     *
     * @param dryRun whether only to say what would change
     */
    ReloadReport reload(boolean dryRun, Caller caller);

    /**
     * Changes a value of a jail at run time: at once, kept through a restart and a reload, shown as an override.
     *
     * @throws IllegalArgumentException if there is no such jail, the key cannot be set so, or the value is wrong; the
     *     message is a sentence for the caller
     * @throws IllegalStateException if it could not be kept; the message says why, and whether it is in force
     */
    void set(String jail, String key, String value, Caller caller);

    /**
     * Takes an override back, so that the files' value counts again. Without an override it does nothing.
     *
     * @throws IllegalArgumentException if there is no such jail or key
     */
    void unset(String jail, String key, Caller caller);

    /**
     * The values in force.
     *
     * @throws IllegalArgumentException if there is no such jail
     */
    List<Setting> effective(String jail);

    /** What was wrong when the configuration was last read. */
    List<Problem> problems();

    /**
     * What was lost of that which the daemon keeps by itself, or cannot be kept: it does not work as it was told to until
     * that is mended. All of these are among the {@link #problems()}; unlike those they cost nothing to ask for.
     */
    List<Problem> losses();

    /** Counts the configurations that were in force, from 1. */
    long revision();

    /** How the last reload ended, in one line. */
    String lastReloadResult();

    /** Whether files changed that act only on reload. */
    boolean changedNotLoaded();
}
