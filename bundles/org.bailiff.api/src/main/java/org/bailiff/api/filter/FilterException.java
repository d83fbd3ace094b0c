// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

/** A definition cannot be compiled. Trying again will not help: the message names file, line, key and the mend. */
public class FilterException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String problem;

    /**
     * @param file where it is wrong, as the definition or the jail's configuration names it
     * @param line from 1; 0 if it is the whole file
     * @param problem what is wrong with which key, and the mend; the place is put before it
     * @param cause null if there is none
     */
    public FilterException(String file, int line, String problem, Throwable cause) {
        super(file + (line > 0 ? ":" + line : "") + ": " + problem, cause);
        this.file = file;
        this.line = line;
        this.problem = problem;
    }

    /** Where it is wrong. */
    public String file() {
        return file;
    }

    /** From 1; 0 if it is the whole file. */
    public int line() {
        return line;
    }

    /** The message without the place. */
    public String problem() {
        return problem;
    }
}
