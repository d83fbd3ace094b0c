// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission.samples;

import java.util.List;
import java.util.Map;

/**
 * Lines of a log, one after another.
 *
 * @param name its key
 * @param line where the key stands, from 1
 * @param parameters with which the filter looks at it
 */
record SampleStream(String name, String file, int line, Map<String, String> parameters, List<Sample> samples) {}
