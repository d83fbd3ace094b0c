// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A descriptor for looking at a fake list: whole lines in chunks, between which the list may change. */
final class FakeReader implements RecentFile.Reader {
    private final FakeKernelList kernel;
    private final int opened;
    private int next;
    /** Of the chunk, what did not fit into the last buffer. */
    private ByteBuffer rest = ByteBuffer.allocate(0);

    /**
     * @param opened which list under this name it was opened for
     */
    FakeReader(FakeKernelList kernel, int opened) {
        this.kernel = kernel;
        this.opened = opened;
    }

    @Override
    public void rewind() {
        next = 0;
        rest = ByteBuffer.allocate(0);
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        synchronized (kernel) {
            kernel.requireSame(opened);
            if (!rest.hasRemaining()) {
                rest = ByteBuffer.wrap(chunk());
            }
            int length = Math.min(buffer.length, rest.remaining());
            rest.get(buffer, 0, length);
            if (length == 0) {
                kernel.looked();
            }
            return length == 0 ? -1 : length;
        }
    }

    /** Whole lines from where the last chunk ended, counted from the list's beginning as it is now. */
    private byte[] chunk() {
        List<String> lines = kernel.lines();
        StringBuilder text = new StringBuilder();
        while (next < lines.size() && text.length() + lines.get(next).length() <= Listing.CHUNK) {
            text.append(lines.get(next++));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
