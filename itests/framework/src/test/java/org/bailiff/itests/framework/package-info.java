// SPDX-License-Identifier: Apache-2.0
/** The shipped bundles in the real framework, without root: services that come and go, settings, beans. */
package org.bailiff.itests.framework;
