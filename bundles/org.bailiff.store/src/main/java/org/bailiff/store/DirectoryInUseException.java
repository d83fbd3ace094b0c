// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;

/** Another daemon has locked the data directory; the message is a sentence that names it. */
final class DirectoryInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    DirectoryInUseException(String message) {
        super(message);
    }
}
