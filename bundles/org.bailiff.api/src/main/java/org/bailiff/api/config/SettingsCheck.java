// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.config;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Examines the keys of a jail that a bundle reads, before they are in force. Registered as a service by every bundle that
 * reads some; {@code bailiff check}, a start and a reload ask all of them. Thread-safe, changes nothing.
 */
@ConsumerType
public interface SettingsCheck {

    /** The keys that the bundle reads. A key that no bundle reads is a warning. */
    Set<String> keys();

    /** What is wrong with this jail's values of those keys; empty if nothing is. */
    List<Problem> check(JailConfiguration jail);
}
