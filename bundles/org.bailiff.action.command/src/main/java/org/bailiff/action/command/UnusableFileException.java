// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.io.IOException;

/** What stood in a file's place was not written here, and was put aside. The message goes on behind the file's name. */
final class UnusableFileException extends IOException {
    private static final long serialVersionUID = 1;

    UnusableFileException(String message) {
        super(message);
    }
}
