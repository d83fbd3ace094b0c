// SPDX-License-Identifier: Apache-2.0
/** The main job, proven on a real kernel: each test says one thing that an administrator relies on. */
package org.bailiff.itests.lab;
