// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

/** An address that cannot be listened at now. The message is a sentence with the mend. */
public final class CannotListenException extends Exception {
    private static final long serialVersionUID = 1L;

    CannotListenException(String sentence) {
        super(sentence);
    }

    CannotListenException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
