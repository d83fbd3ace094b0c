// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.notification;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.UnbanCause;
import org.bailiff.api.action.Notice;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.jail.JailListener;
import org.bailiff.api.jail.JailState;
import org.bailiff.management.notification.Announcement.Words;
import org.bailiff.text.SafeText;

/** Words what jails tell. Called by the one thread that tells their news. */
public final class Announcements implements JailListener {
    private final InstantSource clock;
    private final Consumer<Announcement> announcer;

    public Announcements(InstantSource clock, Consumer<Announcement> announcer) {
        this.clock = clock;
        this.announcer = announcer;
    }

    @Override
    public void banned(Ban ban, boolean restored) {
        tell(Announcement.BAN_ADDED, ban.jail(), () -> wordsOfBan(ban, restored));
    }

    private static Words wordsOfBan(Ban ban, boolean restored) {
        Map<String, String> details = details(ban);
        details.put("restored", Boolean.toString(restored));
        String end = ban.until().map(until -> "until " + until).orElse("for ever");
        String message = ban.jail() + ": " + ban.target() + (restored ? " is banned again " : " is banned ") + end
                + "; ban number " + ban.count() + " of it here";
        return words(message, details);
    }

    @Override
    public void unbanned(Ban ban, UnbanCause cause, Caller caller) {
        tell(Announcement.BAN_REMOVED, ban.jail(), () -> wordsOfEnd(ban, cause, caller));
    }

    private static Words wordsOfEnd(Ban ban, UnbanCause cause, Caller caller) {
        Map<String, String> details = details(ban);
        details.put("cause", cause.name());
        details.put("caller", SafeText.of(caller.toString()));
        String by = caller.equals(Caller.DAEMON) ? "" : ", by " + caller;
        String message = ban.jail() + ": the ban of " + ban.target() + " has ended: " + worded(cause) + by;
        return words(message, details);
    }

    @Override
    public void stateChanged(String jail, JailState state, String reason) {
        Map<String, String> details = new TreeMap<>();
        details.put("jail", jail);
        details.put("state", state.name());
        details.put("reason", SafeText.of(reason));
        String message = jail + " is " + state + (reason.isEmpty() ? "" : ": " + reason);
        announce(Announcement.JAIL_STATE, jail, message, details);
    }

    @Override
    public void noticed(String jail, Notice notice) {
        Map<String, String> details = new TreeMap<>();
        details.put("jail", jail);
        details.put("kind", notice.kind().name());
        details.put("message", SafeText.of(notice.message()));
        announce(AnnouncementTypes.of(notice.kind()), jail, jail + ": " + notice.message(), details);
    }

    @Override
    public void cutOff(String jail, CutOff cutOff) {
        Map<String, String> details = new TreeMap<>();
        details.put("jail", jail);
        details.put("key", cutOff.key());
        details.put("number", Integer.toString(cutOff.number()));
        details.put("regex", SafeText.of(cutOff.regex()));
        details.put("count", Long.toString(cutOff.count()));
        String message = jail + ": " + cutOff.key() + " " + cutOff.number() + " took too many steps for a line, "
                + cutOff.count() + " times so far, and was cut off";
        announce(Announcement.SEARCH_CUT_OFF, jail, message, details);
    }

    private static String worded(UnbanCause cause) {
        return switch (cause) {
            case EXPIRED -> "its time was up";
            case COMMAND -> "on command";
            case DELISTED -> "somebody took it out of the kernel list by hand";
            case EVICTED -> "there was no room for it any more";
            case MERGED -> "its network is banned in its place";
            case JAIL_REMOVED -> "the jail was disabled or removed";
        };
    }

    private static Map<String, String> details(Ban ban) {
        Map<String, String> details = new TreeMap<>();
        details.put("id", ban.id());
        details.put("jail", ban.jail());
        details.put("address", ban.target().toString());
        details.put("since", ban.since().toString());
        details.put("until", ban.until().map(Object::toString).orElse(""));
        details.put("banCount", Integer.toString(ban.count()));
        details.put("origin", ban.origin().name());
        details.put("by", SafeText.of(ban.by()));
        details.put("reason", SafeText.of(ban.reason()));
        return details;
    }

    private void announce(String type, String jail, String message, Map<String, String> details) {
        tell(type, jail, () -> words(message, details));
    }

    private void tell(String type, String jail, Supplier<Words> words) {
        announcer.accept(new Announcement(type, Topic.jail(jail), clock.instant(), words));
    }

    private static Words words(String message, Map<String, String> details) {
        return new Words(SafeText.of(message), details);
    }
}
