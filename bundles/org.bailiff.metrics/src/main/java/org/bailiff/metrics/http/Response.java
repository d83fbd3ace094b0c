// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a caller gets. After one the connection ends.
 *
 * @param status code and phrase
 * @param contentType of the body
 * @param moreHead further lines of the head, each with its end
 * @param body shared and never changed
 * @param bodyWanted whether it is sent; a HEAD only tells its length
 */
record Response(String status, String contentType, String moreHead, byte[] body, boolean bodyWanted) {

    /** The page. */
    static Response page(String contentType, byte[] page, boolean bodyWanted) {
        return new Response("200 OK", contentType, "Vary: Accept\r\n", page, bodyWanted);
    }

    /** Something else than what was wanted, with a sentence. */
    static Response refusal(String status, String sentence) {
        return refusal(status, sentence, "");
    }

    static Response refusal(String status, String sentence, String moreHead) {
        byte[] body = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
        return new Response(status, "text/plain; charset=utf-8", moreHead, body, true);
    }

    /** All of it, to be sent in this order. */
    ByteBuffer[] bytes() {
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + body.length
                + "\r\n" + moreHead + "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
                + "Connection: close\r\n\r\n";
        return new ByteBuffer[] {
            ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1)),
            ByteBuffer.wrap(bodyWanted ? body : new byte[0])
        };
    }
}
