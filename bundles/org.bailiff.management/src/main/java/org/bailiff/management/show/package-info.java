// SPDX-License-Identifier: Apache-2.0
/** What the beans answer, as texts for people and as tables and JSON for machines. */
package org.bailiff.management.show;
