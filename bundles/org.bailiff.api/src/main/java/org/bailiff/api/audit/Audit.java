// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.audit;

import org.bailiff.api.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** The trail of who changed what. Thread-safe; does not throw: an entry that cannot be written is
 * logged, and written later. */
@ProviderType
public interface Audit {

    /**
     * Adds an entry.
     *
     * @param caller who, through what
     * @param what the change, a verb: {@code ban}, {@code unban}, {@code set}, {@code reload}, {@code stop}
     * @param subject what it is about, e.g. {@code sshd 192.0.2.7}
     * @param before the value before; empty if that makes no sense
     * @param after the value after; empty if that makes no sense
     * @param outcome {@code done}, or the sentence with which it was refused
     */
    void record(Caller caller, String what, String subject, String before, String after, String outcome);
}
