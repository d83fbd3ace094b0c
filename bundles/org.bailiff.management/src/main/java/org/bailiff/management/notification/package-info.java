// SPDX-License-Identifier: Apache-2.0
/** What jails decide, told to whoever listens, without holding a jail up. */
package org.bailiff.management.notification;
