// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

/** A text is not in the dialect. The message begins with file and line, and names the key and the mend. */
public class DialectException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Origin origin;
    private final String problem;

    /**
     * @param origin where
     * @param problem what is wrong and the mend; the place is put before it
     */
    public DialectException(Origin origin, String problem) {
        super(origin + ": " + problem);
        this.origin = origin;
        this.problem = problem;
    }

    /** Where it is wrong. */
    public Origin origin() {
        return origin;
    }

    /** The message without the place. */
    public String problem() {
        return problem;
    }
}
