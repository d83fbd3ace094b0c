// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.source;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A place between two lines of a stream, where a reader can go on after a restart: a file's identity and an offset, or a
 * journal cursor. Opaque to all but the source that made it. Immutable.
 *
 * <p>Positions of one stream are ordered, also across a rotation; positions of different streams are not comparable.
 */
@ConsumerType
public interface Position extends Comparable<Position> {

    /** A form to store, without line ends, that {@link LogSourceFactory#parsePosition} understands. */
    String text();
}
