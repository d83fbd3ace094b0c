// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.ObjectInputFilter;
import java.util.function.Consumer;

/**
 * Which classes may arrive in a message: those of which names, texts, numbers and lists of them are made. Any other is
 * refused before an object of it is made, wherever in the message it is. Thread-safe.
 *
 * @param allowed decides
 * @param refused is told the name of a class that was refused
 */
record SerialGate(ObjectInputFilter allowed, Consumer<String> refused) implements ObjectInputFilter {
    /** A login: a name and a password. */
    static final ObjectInputFilter CREDENTIALS =
            ObjectInputFilter.Config.createFilter("maxdepth=2;maxarray=2;maxrefs=8;maxbytes=8192;java.lang.String;!*");

    /**
     * A call. A Subject comes only as the empty place of one: what a Subject is made of is not on the list. Arrays of
     * bytes hold a text with a definition, at most.
     */
    static final ObjectInputFilter CALLS = ObjectInputFilter.Config.createFilter("maxdepth=12;maxarray=1048576;"
            + "maxrefs=20000;maxbytes=2097152;"
            + "java.lang.Object;java.lang.String;java.lang.Number;java.lang.Boolean;java.lang.Character;"
            + "java.lang.Byte;java.lang.Short;java.lang.Integer;java.lang.Long;java.lang.Float;java.lang.Double;"
            + "java.math.BigInteger;java.math.BigDecimal;java.util.ArrayList;java.util.Vector;"
            + "java.rmi.MarshalledObject;javax.management.ObjectName;javax.management.Attribute;"
            + "javax.management.AttributeList;javax.management.NotificationFilterSupport;"
            + "javax.management.relation.MBeanServerNotificationFilter;"
            + "javax.management.AttributeChangeNotificationFilter;javax.security.auth.Subject;!*");

    @Override
    public Status checkInput(FilterInfo info) {
        Status status = allowed.checkInput(info);
        if (status == Status.REJECTED) {
            refused.accept(
                    info.serialClass() == null
                            ? "too large"
                            : info.serialClass().getName());
        }
        return status;
    }
}
