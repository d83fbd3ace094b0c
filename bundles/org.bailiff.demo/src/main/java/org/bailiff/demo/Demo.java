// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;

/** Something that shows itself while somebody looks on. */
interface Demo {

    /**
     * Runs from beginning to end and takes away what it made, also when it is interrupted.
     *
     * @throws DemoException if what was to be shown did not come about
     * @throws IOException if a program it needs does not do its part
     */
    void run(Narrator narrator) throws DemoException, IOException, InterruptedException;
}
