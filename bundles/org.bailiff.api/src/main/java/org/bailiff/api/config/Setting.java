// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.config;

/**
 * A value in force.
 *
 * @param key fail2ban's key
 * @param value resolved
 * @param origin {@code FILE:LINE}, {@code default}, or {@code override by WHO at WHEN}
 */
public record Setting(String key, String value, String origin) {}
