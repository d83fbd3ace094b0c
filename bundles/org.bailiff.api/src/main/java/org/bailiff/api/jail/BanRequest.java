// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.jail;

import java.util.Optional;
import org.bailiff.api.BanTime;
import org.bailiff.text.Network;

/**
 * An operator's wish for a ban.
 *
 * @param target who is to be kept out
 * @param banTime how long; empty for the jail's ban time
 * @param reason in the operator's words; empty if there are none
 * @param force whether an ignored or own address may be banned too; for administrators only
 */
public record BanRequest(Network target, Optional<BanTime> banTime, String reason, boolean force) {}
