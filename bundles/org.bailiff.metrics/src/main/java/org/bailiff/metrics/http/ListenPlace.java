// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.http;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import org.bailiff.text.SafeText;

/** Where scrapers are answered: nowhere that another host reaches. */
public sealed interface ListenPlace permits UnixPlace, LoopbackPlace {
    /** What a path begins with. */
    String UNIX = "unix:";

    /**
     * What a configuration says.
     *
     * @param text {@code unix:PATH}, {@code 127.0.0.1:PORT} or {@code [::1]:PORT}
     * @param folder where a path begins that is not absolute
     * @throws IllegalArgumentException if it is none of these, or not of this host alone; the message goes on from the
     *     key's name
     */
    static ListenPlace parse(String text, Path folder) {
        String place = text.strip();
        if (place.startsWith(UNIX)) {
            return UnixPlace.parse(place.substring(UNIX.length()), folder);
        }
        return LoopbackPlace.parse(place)
                .orElseThrow(() -> new IllegalArgumentException("is '" + SafeText.of(place, 100)
                        + "'; it can be unix:PATH, 127.0.0.1:PORT or [::1]:PORT, e.g. unix:metrics or"
                        + " 127.0.0.1:9191"));
    }

    /**
     * Opens it, in the place of what a dead daemon left.
     *
     * @throws IOException if it cannot be opened; the message says why
     */
    ServerSocketChannel open() throws IOException;

    /** Removes what closing the channel leaves behind. */
    void remove() throws IOException;
}
