// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.util.regex.Pattern;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.bailiff.management.notification.Topic;

/** What beans are called; they keep their names through a restart. */
final class BeanNames {
    static final ObjectName DAEMON = name("Daemon");
    static final ObjectName STORE = name("Store");
    static final ObjectName IGNORE_LIST = name("IgnoreList");
    static final ObjectName FILTER_LIBRARY = name("FilterLibrary");

    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\w.-]+");

    private BeanNames() {}

    static ObjectName jail(String jail) {
        return name("Jail,name=" + ObjectName.quote(jail));
    }

    static ObjectName action(String jail, String action) {
        String shown = NEEDS_NO_QUOTES.matcher(action).matches() ? action : ObjectName.quote(action);
        return name("Action,name=" + shown + ",jail=" + ObjectName.quote(jail));
    }

    static ObjectName filter(String filter) {
        return name("Filter,name=" + ObjectName.quote(filter));
    }

    static ObjectName source(String stream) {
        return name("Source,name=" + ObjectName.quote(stream));
    }

    /** The bean of a topic. */
    static ObjectName of(Topic topic) {
        return switch (topic.kind()) {
            case DAEMON -> DAEMON;
            case STORE -> STORE;
            case JAIL -> jail(topic.name());
            case FILTER -> filter(topic.name());
            case SOURCE -> source(topic.name());
        };
    }

    private static ObjectName name(String typeAndKeys) {
        try {
            return new ObjectName("org.bailiff:type=" + typeAndKeys);
        } catch (MalformedObjectNameException impossible) {
            throw new IllegalStateException("the parts that vary are quoted: " + typeAndKeys, impossible);
        }
    }
}
