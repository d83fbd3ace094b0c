// SPDX-License-Identifier: Apache-2.0
/**
 * Reads the configuration, holds it in force, changes it, and is the only writer of Config Admin.
 */
package org.bailiff.config;
