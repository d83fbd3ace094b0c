// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.http;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.bailiff.metrics.page.Form;
import org.bailiff.metrics.page.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests: there is one path, and it is only read. A page is shared by all who ask within a second, so that many
 * callers cost no more than one. Used by one thread.
 */
final class Site {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final String PATH = "/metrics";
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Pages pages;
    private final LongSupplier nanoTime;
    private final Map<Form, Kept> kept = new EnumMap<>(Form.class);

    private record Kept(byte[] page, long made) {}

    /**
     * @param nanoTime a clock as {@link System#nanoTime}
     */
    Site(Pages pages, LongSupplier nanoTime) {
        this.pages = pages;
        this.nanoTime = nanoTime;
    }

    Response answer(String head) {
        Request request;
        try {
            request = Request.parse(head);
        } catch (IllegalArgumentException malformed) {
            return Response.refusal("400 Bad Request", "This is " + malformed.getMessage() + ".");
        }
        if (!request.path().equals(PATH)) {
            return Response.refusal("404 Not Found", "The metrics are at " + PATH + ".");
        }
        return switch (request.method()) {
            case "GET" -> page(request, true);
            case "HEAD" -> page(request, false);
            default ->
                Response.refusal(
                        "405 Method Not Allowed", "The metrics are only read: GET or HEAD.", "Allow: GET, HEAD\r\n");
        };
    }

    private Response page(Request request, boolean bodyWanted) {
        Form form = Form.preferred(request.accept());
        try {
            return Response.page(form.contentType(), fresh(form), bodyWanted);
        } catch (RuntimeException fault) {
            // Of a jail or an action, perhaps a plug-in's; the next scrape may find it gone.
            LOG.warn("The metrics could not be told", fault);
            return Response.refusal("500 Internal Server Error", "Something does not say how it is; see the log.");
        }
    }

    private byte[] fresh(Form form) {
        long now = nanoTime.getAsLong();
        Kept last = kept.get(form);
        if (last == null || now - last.made() >= FRESH_NANOS) {
            last = new Kept(pages.page(form), now);
            kept.put(form, last);
        }
        return last.page();
    }
}
