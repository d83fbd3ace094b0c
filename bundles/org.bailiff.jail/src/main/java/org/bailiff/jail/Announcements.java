// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.Failure;
import org.bailiff.api.UnbanCause;
import org.bailiff.api.action.Notice;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.filter.Match;
import org.bailiff.api.jail.JailListener;
import org.bailiff.api.jail.JailState;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the world what jails decide: in the log, one line a decision in fail2ban's words; to the listeners; what people
 * did, to the audit trail. Called on jails' threads, which go on at once: what there is to tell is worded and told by others,
 * in its order. Thread-safe.
 */
final class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger("org.bailiff.decisions");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** More lines would tell people nothing that 'bailiff banned' does not. */
    private static final int MOST_RESTORED_LINES = 100;

    private final List<JailListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> simulating = ConcurrentHashMap.newKeySet();
    private final Latencies latencies = new Latencies();
    private final Executor news;
    private volatile Audit audit;

    /**
     * @param news tells, one after the other
     */
    Announcements(Executor news) {
        this.news = news;
    }

    void add(JailListener listener) {
        listeners.add(listener);
    }

    void remove(JailListener listener) {
        listeners.remove(listener);
    }

    void use(Audit trail) {
        audit = trail;
    }

    void notUse(Audit trail) {
        if (audit == trail) {
            audit = null;
        }
    }

    Latencies latencies() {
        return latencies;
    }

    /** Writes a line about failures into the log. */
    void say(String line) {
        news.execute(() -> LOG.info("{}", line));
    }

    /** Tells the listeners of a failure, said in the log or not. */
    void tellFound(String jail, Failure failure) {
        // Without a lambda, which would be an object a failure.
        for (JailListener listener : listeners) {
            try {
                listener.found(jail, failure);
            } catch (RuntimeException failed) {
                failed(failed);
            }
        }
    }

    /** Notes whether a jail's bans are only shown: they are logged then, and told to nobody. */
    void simulating(String jail, boolean simulates) {
        if (simulates) {
            simulating.add(jail);
        } else {
            simulating.remove(jail);
        }
    }

    /** A ban of somebody who was banned before, which may be longer for that. */
    void increased(Ban ban) {
        news.execute(() -> LOG.info(
                "[{}] Increase Ban {} ({} # {} -> {})",
                ban.jail(),
                ban.target(),
                ban.count(),
                length(ban),
                ban.until()
                        .map(end ->
                                LOCAL.format(end.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault())))
                        .orElse("never")));
    }

    private static String length(Ban ban) {
        return ban.until()
                .map(end -> Duration.between(ban.since(), end).toSeconds() + "s")
                .orElse("for ever");
    }

    /** Access that was gained forgives what was counted. */
    void forgiven(String jail, Match.Gain gain) {
        news.execute(() -> LOG.info("[{}] Forgiven {}: access gained", jail, SafeText.of(gain.id(), 100)));
    }

    void banned(Ban ban, Duration fromDetection) {
        if (simulating.contains(ban.jail())) {
            news.execute(() -> LOG.info("[{}] Would ban {}", ban.jail(), ban.target()));
            return;
        }
        latencies.add(fromDetection);
        news.execute(() -> {
            LOG.info("[{}] Ban {}", ban.jail(), ban.target());
            tell(listener -> listener.banned(ban, false));
        });
    }

    /** Tells which bans are in force again after a start; in the log, of many only how many. */
    void restored(String jail, Collection<Ban> bans) {
        if (!simulating.contains(jail)) {
            news.execute(() -> tellRestored(jail, bans));
        }
    }

    private void tellRestored(String jail, Collection<Ban> bans) {
        if (bans.size() > MOST_RESTORED_LINES) {
            LOG.info("[{}] Restore Ban of {} addresses and networks", jail, bans.size());
        } else {
            bans.forEach(ban -> LOG.info("[{}] Restore Ban {}", jail, ban.target()));
        }
        bans.forEach(ban -> tell(listener -> listener.banned(ban, true)));
    }

    void unbanned(Ban ban, UnbanCause cause, Caller caller) {
        if (simulating.contains(ban.jail())) {
            news.execute(() -> LOG.info("[{}] Would unban {} ({})", ban.jail(), ban.target(), cause));
        } else {
            news.execute(() -> tellUnbanned(ban, cause, caller));
        }
    }

    private void tellUnbanned(Ban ban, UnbanCause cause, Caller caller) {
        if (cause == UnbanCause.EXPIRED) {
            LOG.info("[{}] Unban {}", ban.jail(), ban.target());
        } else {
            LOG.info("[{}] Unban {} ({}, {})", ban.jail(), ban.target(), cause, caller);
        }
        tell(listener -> listener.unbanned(ban, cause, caller));
    }

    void stateChanged(String jail, JailState state, String reason) {
        news.execute(() -> tellState(jail, state, reason));
    }

    private void tellState(String jail, JailState state, String reason) {
        if (reason.isEmpty()) {
            LOG.info("[{}] {}", jail, state);
        } else {
            LOG.warn("[{}] {}: {}", jail, state, reason);
        }
        tell(listener -> listener.stateChanged(jail, state, reason));
    }

    /** Tells what is no ban, no unban and no state; what needs looking after, as a warning. */
    void noticed(String jail, Notice notice) {
        news.execute(() -> {
            LOG.warn("[{}] {}", jail, notice.message());
            tell(listener -> listener.noticed(jail, notice));
        });
    }

    /** The filter has logged it. */
    void cutOff(String jail, CutOff cutOff) {
        news.execute(() -> tell(listener -> listener.cutOff(jail, cutOff)));
    }

    void actionsChanged(String jail) {
        news.execute(() -> tell(listener -> listener.actionsChanged(jail)));
    }

    /** Notes what somebody did. */
    void audit(Caller caller, String what, String subject, String before, String after, String outcome) {
        Audit trail = audit;
        if (trail != null) {
            trail.record(caller, what, subject, before, after, outcome);
        }
    }

    private void tell(Consumer<JailListener> news) {
        for (JailListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException failed) {
                failed(failed);
            }
        }
    }

    /** A plug-in's fault must not keep a jail from its work. */
    private static void failed(RuntimeException failure) {
        LOG.warn("A listener of jails failed", failure);
    }
}
