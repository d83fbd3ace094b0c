// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.source;

import org.osgi.annotation.versioning.ProviderType;

/** Hears which streams a pattern names. Called on the source's thread; does not wait. */
@ProviderType
public interface StreamListener {

    /** The pattern names this stream now. */
    void appeared(String stream);

    /** The stream is gone for good: it was not there for a minute, and what was read of it is all there was. */
    void vanished(String stream);
}
