// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.bailiff.api.action.Proof;

/** What actions can show of a ban, for machines. */
final class ProofJson {
    private ProofJson() {}

    /** One object an action. A moment that is not known of is null. */
    static JsonArray of(List<Proof> proofs) {
        JsonArray array = new JsonArray();
        for (Proof proof : proofs) {
            JsonObject json = new JsonObject();
            json.addProperty("action", Json.text(proof.action()));
            json.addProperty("inForce", proof.inForce());
            json.add("confirmed", Json.moment(proof.confirmed()));
            json.add("lastDropped", Json.moment(proof.lastDropped()));
            json.addProperty("droppedLately", proof.droppedLately());
            json.addProperty("sentence", Json.text(proof.sentence()));
            array.add(json);
        }
        return array;
    }
}
