// SPDX-License-Identifier: Apache-2.0
/**
 * From a request to a verb: who may use it, what every verb understands, and how every answer ends. No OSGi here.
 */
package org.bailiff.control.dispatch;
