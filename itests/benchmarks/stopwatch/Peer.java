// SPDX-License-Identifier: Apache-2.0
package stopwatch;

import java.io.IOException;
import java.util.List;

/** Who bans: Bailiff, or what it is held against. It follows {@link Latency#LOG} and writes into {@link KernelList#FILE}. */
interface Peer {
    /** What starts it, in the foreground. */
    List<String> command();

    /** Whether one that has said this waits for failures. */
    boolean isReady(String said);

    /** How it works, for people, if one that has said this can choose; else empty. */
    default String manner(String said) {
        return "";
    }

    /**
     * Lets go of all who are banned. A peer that only writes to the list, and never looks at it, need not know: no address fails
     * a second time.
     */
    default void unbanAll() throws IOException, InterruptedException {
        KernelList.flush();
    }
}
