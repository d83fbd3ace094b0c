// SPDX-License-Identifier: Apache-2.0
/** Reads the descriptions of components as they are usually written, without the JDK's parser, which costs a start much. */
package org.bailiff.launcher.xml;
