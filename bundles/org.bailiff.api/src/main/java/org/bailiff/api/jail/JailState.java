// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.jail;

/** What a jail is doing. Files, commands and MBeans use these words. */
public enum JailState {
    /** It reads, decides and enforces. */
    ACTIVE,
    /** An operator stopped it from reading; its bans hold. */
    PAUSED,
    /** It decides and shows, and does not enforce. */
    SIMULATING,
    /** Something it needs is not there yet: its filter, a source, an action. */
    WAITING,
    /** Its configuration or definition is wrong, or its thread failed. */
    FAILED,
    /** Configured with {@code enabled = false}. */
    DISABLED
}
