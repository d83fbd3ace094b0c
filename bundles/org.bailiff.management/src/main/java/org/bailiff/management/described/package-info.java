// SPDX-License-Identifier: Apache-2.0
/** MBeans from annotated interfaces: every bean, attribute, operation and parameter has a name and a description. */
package org.bailiff.management.described;
