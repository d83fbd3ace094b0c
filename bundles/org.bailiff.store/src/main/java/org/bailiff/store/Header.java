// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * The first line of a log.
 *
 * @param format the number of the log's format
 * @param whole how many of the lines behind it are the last rewriting of the log; 0 if there was none
 */
record Header(int format, int whole) {
    /** The format that this class writes. */
    static final int FORMAT = 1;

    private static final String FORMAT_KEY = "format";
    private static final String WHOLE_KEY = "whole";

    /** The header of a log that this class writes. */
    static Header ofWhole(int lines) {
        return new Header(FORMAT, lines);
    }

    String toJson() {
        JsonObject object = new JsonObject();
        object.addProperty(FORMAT_KEY, format);
        object.addProperty(WHOLE_KEY, whole);
        return object.toString();
    }

    /**
     * @throws UnreadableRecordException if the object is no header
     */
    static Header read(String json) throws UnreadableRecordException {
        try {
            JsonObject object = JsonParser.parseString(json).getAsJsonObject();
            if (!object.has(FORMAT_KEY)) {
                throw new UnreadableRecordException("the first line is no header");
            }
            int whole = object.has(WHOLE_KEY) ? object.get(WHOLE_KEY).getAsInt() : 0;
            return new Header(object.get(FORMAT_KEY).getAsInt(), whole);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
            // What Gson throws for another type than asked for.
            throw new UnreadableRecordException("the first line is no header", e);
        }
    }
}
