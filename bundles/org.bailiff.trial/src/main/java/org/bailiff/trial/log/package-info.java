// SPDX-License-Identifier: Apache-2.0
/** What is looked at: files, standard input, one line; as lines, in bounded memory. */
package org.bailiff.trial.log;
