// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.bans;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailListener;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.source.Discovery;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.Start;
import org.bailiff.api.source.StreamListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Tells of the bans of jails, as the log that fail2ban would have written. There is one stream, whatever the pattern; who
 * has no position in it begins with the oldest ban of this run that is still kept.
 */
@Component(property = LogSourceFactory.KIND + "=" + BanLogSources.KIND)
public final class BanLogSources implements LogSourceFactory, JailListener {
    /** The kind of these sources, and the name of their one stream. */
    static final String KIND = "bans";

    private static final int MOST_KEPT = 10_000;

    private final InstantSource clock;
    private final RecentBans bans;
    private final UntoldJails untold = new UntoldJails();
    private final Deliveries deliveries = new Deliveries();

    @Activate
    public BanLogSources() {
        this(Clock.systemUTC(), MOST_KEPT);
    }

    BanLogSources(InstantSource clock, int mostKept) {
        this.clock = clock;
        this.bans = new RecentBans(mostKept, clock);
    }

    @Deactivate
    void stop() {
        deliveries.stop();
    }

    /** Only the properties are looked at: jails need this service, so it does not need theirs. */
    @Reference(
            service = Jail.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "updatedJail")
    void bindJail(Map<String, Object> properties) {
        updatedJail(properties);
    }

    void updatedJail(Map<String, Object> properties) {
        String name = String.valueOf(properties.get(Jail.NAME));
        Object filter = properties.get(JailConfiguration.FILTER);
        untold.configured(name, JailConfiguration.readsBans(name, filter instanceof String text ? text : ""));
    }

    void unbindJail(Map<String, Object> properties) {
        untold.gone(String.valueOf(properties.get(Jail.NAME)));
    }

    /**
     * Tells of a ban that is new. One of a network counts for no address in it, and of one that was found in a list nobody
     * knows whether it is.
     */
    @Override
    public void banned(Ban ban, boolean restored) {
        boolean isNew = !restored && ban.origin() != BanOrigin.ADOPTED;
        if (isNew && ban.target().isSingle() && !untold.has(ban.jail())) {
            bans.add(ban);
            deliveries.wake();
        }
    }

    @Override
    public void stateChanged(String jail, JailState state, String reason) {
        untold.stateChanged(jail, state);
    }

    @Override
    public Discovery discover(String pattern, StreamListener listener) {
        listener.appeared(KIND);
        return new Always();
    }

    @Override
    public LogSource open(String stream, Start start, LineConsumer consumer) {
        BanSource source = new BanSource(bans, start, consumer, clock, deliveries);
        deliveries.add(source);
        return source;
    }

    @Override
    public Position parsePosition(String text) {
        BanPosition position = BanPosition.parse(text);
        bans.passed(position.number());
        return position;
    }

    /** The stream is always there. */
    private static final class Always implements Discovery {

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // Nothing is watched.
        }
    }
}
