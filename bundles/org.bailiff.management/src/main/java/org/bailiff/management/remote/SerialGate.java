// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.ObjectInputFilter;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.bailiff.api.Caller;

/**
 * Which classes may arrive in a message: those of which names, texts, numbers and lists of them are made. Any other is
 * refused before an object of it is made, wherever in the message it is. So is an array that is too long, or one too many
 * for the connection's {@link Intake}: the announcement of an array takes some bytes, the array as many as it says.
 * Thread-safe.
 *
 * @param allowed decides
 * @param user whose messages these are; empty for those of people who have not logged in
 * @param refused is told the name of a class that was refused, and why
 */
record SerialGate(ObjectInputFilter allowed, Optional<Caller> user, BiConsumer<String, String> refused)
        implements ObjectInputFilter {
    /** A login: a name and a password. */
    static final ObjectInputFilter CREDENTIALS =
            ObjectInputFilter.Config.createFilter("maxdepth=2;maxarray=2;maxrefs=8;maxbytes=8192;java.lang.String;!*");

    /**
     * A call. A Subject comes only as the empty place of one: what a Subject is made of is not on the list. Arrays of
     * bytes hold a text with a definition, at most.
     */
    static final ObjectInputFilter CALLS = ObjectInputFilter.Config.createFilter("maxdepth=6;maxarray=1048576;"
            + "maxrefs=10000;maxbytes=2097152;"
            + "java.lang.Object;java.lang.String;java.lang.Number;java.lang.Boolean;java.lang.Character;"
            + "java.lang.Byte;java.lang.Short;java.lang.Integer;java.lang.Long;java.lang.Float;java.lang.Double;"
            + "java.math.BigInteger;java.math.BigDecimal;java.util.ArrayList;java.util.Vector;"
            + "java.rmi.MarshalledObject;javax.management.ObjectName;javax.management.Attribute;"
            + "javax.management.AttributeList;javax.management.NotificationFilterSupport;"
            + "javax.management.relation.MBeanServerNotificationFilter;"
            + "javax.management.AttributeChangeNotificationFilter;javax.security.auth.Subject;!*");

    /** Of anything but bytes: lists of names, of threads, of bundles. */
    static final int LONGEST_ARRAY = 4096;

    private static final String CLASS = "refused: an object of this class may not be sent";
    private static final String SIZE = "refused: too many or too large objects in one call";
    private static final int WORD = 8;

    @Override
    public Status checkInput(FilterInfo info) {
        Optional<Intake> intake = Intake.current();
        user.ifPresent(caller -> intake.ifPresent(of -> of.welcome(caller)));
        Status status = allowed.checkInput(info);
        if (status == Status.REJECTED) {
            return reject(info, isTooLarge(info) ? SIZE : CLASS);
        }
        if (info.arrayLength() > 0 && isTooLong(info)) {
            return reject(info, SIZE);
        }
        Optional<String> trouble = intake.flatMap(of -> of.take(weight(info)));
        return trouble.isPresent() ? reject(info, trouble.get()) : status;
    }

    private Status reject(FilterInfo info, String sentence) {
        refused.accept(
                info.serialClass() == null ? "too large" : info.serialClass().getName(), sentence);
        return Status.REJECTED;
    }

    /** Whether the pattern would allow the class by itself. */
    private boolean isTooLarge(FilterInfo info) {
        return info.serialClass() == null || allowed.checkInput(new ClassAlone(info.serialClass())) != Status.REJECTED;
    }

    private static boolean isTooLong(FilterInfo info) {
        return info.arrayLength() > LONGEST_ARRAY && info.serialClass() != byte[].class;
    }

    /** The memory that an array takes, at most. */
    private static long weight(FilterInfo info) {
        if (info.arrayLength() <= 0) {
            return 0;
        }
        return info.serialClass() == byte[].class ? info.arrayLength() : (long) WORD * info.arrayLength();
    }

    /** An object of a class, and nothing else. */
    private record ClassAlone(Class<?> serialClass) implements FilterInfo {
        @Override
        public long arrayLength() {
            return -1;
        }

        @Override
        public long depth() {
            return 1;
        }

        @Override
        public long references() {
            return 1;
        }

        @Override
        public long streamBytes() {
            return 0;
        }
    }
}
