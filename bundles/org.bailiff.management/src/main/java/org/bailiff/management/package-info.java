// SPDX-License-Identifier: Apache-2.0
/** Shows and changes all of it through MBeans. Nothing else knows JMX. */
package org.bailiff.management;
