// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.bans;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.source.StreamListener;

/** Notes which streams appeared. */
final class Streams implements StreamListener {
    private final List<String> appeared = new ArrayList<>();

    List<String> appeared() {
        return appeared;
    }

    @Override
    public void appeared(String stream) {
        appeared.add(stream);
    }

    @Override
    public void vanished(String stream) {
        throw new AssertionError(stream + " does not vanish");
    }
}
