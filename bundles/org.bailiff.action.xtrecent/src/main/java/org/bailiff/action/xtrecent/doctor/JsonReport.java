// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Findings for machines. */
final class JsonReport {
    private JsonReport() {}

    static void print(List<Finding> findings, PrintWriter out) throws IOException {
        // Not closed: the writer below is the caller's.
        JsonWriter json = new JsonWriter(out);
        json.setIndent("  ");
        json.beginObject().name("findings").beginArray();
        for (Finding finding : findings) {
            json.beginObject();
            json.name("level").value(finding.level().word());
            json.name("subject").value(finding.subject());
            json.name("finding").value(finding.finding());
            json.name("evidence").value(finding.evidence());
            json.name("mend").value(finding.mend());
            json.endObject();
        }
        json.endArray().endObject().flush();
        out.println();
    }
}
