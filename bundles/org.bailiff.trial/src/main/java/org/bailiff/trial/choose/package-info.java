// SPDX-License-Identifier: Apache-2.0
/** Which definition is meant: a name, a path or a regex, as it was typed. */
package org.bailiff.trial.choose;
