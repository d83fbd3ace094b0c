// SPDX-License-Identifier: Apache-2.0
/**
 * A jail for each configuration: it reads, decides, enforces and remembers. The components and the jail's thread are
 * here; {@code decision} is the logic without threads, {@code reading} shares streams between jails.
 */
package org.bailiff.jail;
