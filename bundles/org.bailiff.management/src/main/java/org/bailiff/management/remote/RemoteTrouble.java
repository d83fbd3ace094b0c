// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.config.Setting;
import org.bailiff.dialect.Origin;

/** Remote JMX cannot be, or is not safe to be, as it is configured. The message is a sentence with the place and the mend. */
final class RemoteTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RemoteTrouble(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** About a line of a file. */
    static RemoteTrouble in(String file, int line, String message) {
        return in(file, line, message, null);
    }

    /** About a line of a file; 0 is all of it. */
    static RemoteTrouble in(String file, int line, String message, Throwable cause) {
        return new RemoteTrouble(new Problem(Severity.ERROR, file, line, "", message), cause);
    }

    /** About a setting, in the file and line that it comes from. */
    static RemoteTrouble of(Setting setting, String message, Throwable cause) {
        Origin origin = Origin.parse(setting.origin());
        return in(origin.file(), origin.line(), "'" + RemoteKeys.AREA + "." + setting.key() + "' " + message, cause);
    }

    static RemoteTrouble of(Setting setting, String message) {
        return of(setting, message, null);
    }

    /** The same as the configuration's own problems are told. */
    Problem problem() {
        return problem;
    }
}
