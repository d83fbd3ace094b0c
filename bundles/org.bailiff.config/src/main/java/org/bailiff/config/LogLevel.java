// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.Map;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bailiff.api.FrameworkProperties;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/**
 * How much Bailiff logs, as {@code log.level} says: only where the process is Bailiff's own, for a container has its own
 * ways; and only if the environment does not say it, which is nearer to whoever starts the daemon.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = LogLevel.PID)
public final class LogLevel {
    /** Of the area {@code log}. */
    static final String PID = "org.bailiff.daemon.log";

    private static final String KEY = "level";
    private static final String VARIABLE = "BAILIFF_LOG_LEVEL";
    /** Held, because the log manager forgets the level of a logger that nobody holds. */
    private static final Logger OURS = Logger.getLogger("org.bailiff");

    private final boolean ours;
    /** As it was before the file said anything. */
    private final Level usual = OURS.getLevel();

    /**
     * @param exit ends the process; null where that belongs to a container
     */
    @Activate
    public LogLevel(
            Map<String, Object> properties,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, target = "(" + FrameworkProperties.EXIT + "=true)")
                    IntConsumer exit) {
        this(
                properties,
                exit != null && System.getenv().getOrDefault(VARIABLE, "").isEmpty());
    }

    /**
     * @param ours whether it is the file's to say
     */
    LogLevel(Map<String, Object> properties, boolean ours) {
        this.ours = ours;
        use(properties);
    }

    @Modified
    void use(Map<String, Object> properties) {
        if (ours) {
            OURS.setLevel(LogWords.level(String.valueOf(properties.get(KEY))).orElse(usual));
        }
    }

    @Deactivate
    void leaveAsItWas() {
        if (ours) {
            OURS.setLevel(usual);
        }
    }
}
