// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What may have been missed of a stream: said once in the log, and the last of it in the status. */
final class Losses {
    private static final Logger LOG = LoggerFactory.getLogger(Losses.class);

    private final String stream;
    private String last = "";

    Losses(Path stream) {
        this.stream = SafeText.of(stream.toString());
    }

    /** A sentence; empty if nothing is known to be missed. */
    String last() {
        return last;
    }

    /** Compressed by a tool whose files are not read. */
    void unreadable(RotatedFile file) {
        tell("lines may be missed: " + nameOf(file.path()) + " (" + file.size()
                + " bytes, compressed) cannot be read; let logrotate compress with gzip");
    }

    void failed(RotatedFile file, IOException why) {
        tell("lines may be missed: rotated file of " + file.size() + " bytes left out: "
                + Unreadable.of(file.path(), why).reason());
    }

    /**
     * A compressed file ends before its end.
     *
     * @param file where it is; empty if it is nowhere any more
     */
    void torn(Optional<Path> file, long read) {
        String which = file.map(Losses::nameOf).orElse("a compressed rotated file of " + stream);
        tell("lines may be missed: " + which + " is damaged behind its first " + read
                + " bytes; what it says behind them is left out");
    }

    /** A copy was written over before it was read. */
    void overwritten(long read) {
        tell("lines may be missed: " + stream + " was copied and truncated again before the copy was read behind byte "
                + read + ", and the next copy was written over it; let rotation number its copies");
    }

    /** The file that was read is in no file any more. */
    void vanished(FilePosition place) {
        String file = place.isOfEmptyFile() ? "that was empty" : "that was read up to byte " + place.offset();
        String unless = place.isOfEmptyFile() ? ", unless it was compressed" : "";
        tell("lines may be missed: the file of " + stream + " " + file + " is not there any more" + unless
                + "; reading goes on with the next one that is");
    }

    private static String nameOf(Path path) {
        return SafeText.of(path.toString());
    }

    private void tell(String sentence) {
        if (!sentence.equals(last)) {
            LOG.warn("{}", sentence);
            last = sentence;
        }
    }
}
