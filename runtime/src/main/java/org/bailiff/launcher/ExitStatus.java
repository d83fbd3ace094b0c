// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

/** How the process ends; the numbers of the api's {@code ExitCode}, whose class only bundles can see. */
public final class ExitStatus {
    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int NOT_RUNNING = 3;
    public static final int DENIED = 4;
    public static final int CONFIGURATION = 78;

    private ExitStatus() {}
}
